import type { PinChangeRoute } from "../../src-contract/rules/pin-change-route.ts";
import { ProblemError } from "../http/problem-error.ts";
import { requireRoute } from "../policy/partner-policy.ts";
import type { CustomerIdentity } from "../sign-in/customer-identity.ts";
import type { PinChangeDependencies } from "./begin-pin-change.ts";
import type { LedgerEntry } from "./ledger.ts";
import { problemOfEntry } from "./records.ts";

/** A change request that Solaris knows, with its ledger entry. */
export type OpenChangeRequest = LedgerEntry & { readonly changeRequestId: string };

/**
 * The customer's change request with this id, if it can be authorised or confirmed; null if it has already changed the PIN.
 * Another customer's looks like one that does not exist.
 */
export async function findOpenChangeRequest(
  { records, policy }: PinChangeDependencies,
  { rowIds }: CustomerIdentity,
  requestId: string,
  route: PinChangeRoute,
): Promise<OpenChangeRequest | null> {
  requireRoute(policy, route);
  const entry = (await records.find(rowIds, requestId)).at(-1);
  if (entry === undefined || entry.route === "signed") throw new ProblemError("ERR_CHANGE_REQUEST_ENDED");
  const problem = problemOfEntry(records, entry);
  if (problem !== null) throw problem;
  if (entry.route !== route) throw new ProblemError("ERR_INVALID_REQUEST", { detail: "Wrong or missing: route" });
  if (entry.state === "changed") return null;
  const { changeRequestId } = entry;
  if (changeRequestId === null) throw new ProblemError("ERR_CHANGE_REQUEST_ENDED");
  return { ...entry, changeRequestId };
}
