import { createHash } from "node:crypto";
import type { ChangeRequestRequest, PinChangeRequest } from "../../src-contract/api/pin-change-schemas.ts";
import type { ChangeRequestRoute } from "../../src-contract/rules/pin-change-route.ts";
import { ProblemError } from "../http/problem-error.ts";
import type { PartnerPolicy } from "../policy/partner-policy.ts";
import { requireRoute } from "../policy/partner-policy.ts";
import type { CustomerIdentity } from "../sign-in/customer-identity.ts";
import type { Solaris } from "../solaris/solaris-client.ts";
import type { LedgerEntry } from "./ledger.ts";
import { type Count, problemOfEntry, type Records } from "./records.ts";

/** The dependencies of the PIN change use cases. */
export interface PinChangeDependencies {
  readonly records: Records;
  readonly openSolaris: () => Solaris;
  readonly policy: PartnerPolicy;
  readonly now: () => number;
  /** How long a change request can be confirmed, unless Solaris says. */
  readonly changeRequestSeconds: number;
}

type Asked = { route: "signed"; body: PinChangeRequest } | { route: ChangeRequestRoute; body: ChangeRequestRequest };
/** A new change is in flight: call `release` once its outcome is written. Any other has been carried out before. */
type Begun =
  | { readonly isNew: true; readonly entry: LedgerEntry; readonly release: () => void }
  | { readonly isNew: false };

/** What a new change has to pass, and the same one again has not. */
export interface NewChange {
  /** Called before anything is written. @throws ProblemError */
  readonly require: () => Promise<void>;
  readonly count: Count;
}

/**
 * Writes a PIN change into the ledger before asking Solaris for anything, then carries it out. A recorded one is answered as
 * before, without counting or repeating it; the same id with other content is refused. Of equal requests at once, to
 * whichever instances, the ledger takes one.
 * @param carryOut asks Solaris and writes the outcome; until then the change is in flight (changes-in-flight.ts)
 */
export async function beginPinChange(
  dependencies: PinChangeDependencies,
  customer: CustomerIdentity,
  cardId: string,
  asked: Asked,
  newChange: NewChange,
  carryOut: (received: LedgerEntry) => Promise<void>,
): Promise<void> {
  const begun = await writeDown(dependencies, customer, cardId, asked, newChange);
  if (!begun.isNew) return;
  try {
    await carryOut(begun.entry);
  } finally {
    begun.release();
  }
}

async function writeDown(
  { records, policy }: PinChangeDependencies,
  { rowIds }: CustomerIdentity,
  cardId: string,
  { route, body }: Asked,
  newChange: NewChange,
): Promise<Begun> {
  const { request_id: requestId, attempt } = body;
  const contentHash = hashOf(cardId, route, body);
  const findOwn = async () => {
    const entries = await records.find(rowIds, requestId);
    const entry = entries.find((one) => one.attempt === attempt);
    return { entries, begun: entry && replay(records, entry, contentHash) };
  };
  const { entries, begun } = await findOwn();
  if (begun !== undefined) return begun;
  requireRoute(policy, route);
  if (attempt === 2) requireOutdatedKey(records, entries, cardId, route);
  await newChange.require();
  const release = records.markInFlight({ rowId: rowIds[0], requestId });
  const adding = records.add({ rowIds, requestId, attempt, cardId, route, contentHash }, newChange.count);
  const entry = await adding.catch((error: unknown) => {
    release();
    throw error;
  });
  if (entry !== null) return { isNew: true, entry, release };
  release();
  const quicker = await findOwn();
  if (quicker.begun === undefined) throw new ProblemError("ERR_NOT_RECORDED");
  return quicker.begun;
}

function replay(records: Records, entry: LedgerEntry, contentHash: string): Begun {
  // An entry without a request was only closed.
  if (entry.contentHash !== null && entry.contentHash !== contentHash) throw new ProblemError("ERR_REQUEST_ID_REUSED");
  const problem = problemOfEntry(records, entry);
  if (problem !== null) throw problem;
  return { isNew: false };
}

function requireOutdatedKey(records: Records, entries: readonly LedgerEntry[], cardId: string, route: string): void {
  const first = entries.find((one) => one.attempt === 1);
  const problem = first === undefined ? null : problemOfEntry(records, first);
  // A refusal would say that the PIN is unchanged, and that this attempt is never taken. Neither is known yet.
  if (problem?.code === "ERR_PIN_CHANGE_IN_PROGRESS" || problem?.code === "ERR_PIN_CHANGE_OUTCOME_UNKNOWN")
    throw problem;
  const isOutdated = first?.state === "refused" && first.problem === "ERR_PIN_KEY_OUTDATED";
  if (!isOutdated || first.cardId !== cardId || first.route !== route) throw new ProblemError("ERR_ATTEMPT_REFUSED");
}

/** Lets the ledger recognise a request without storing its content. */
function hashOf(cardId: string, route: string, body: PinChangeRequest | ChangeRequestRequest): string {
  const signed = "signature" in body ? [body.device_id, body.signature, body.device_data ?? null] : [];
  const content = JSON.stringify([route, cardId, body.encrypted_pin, body.key_id, ...signed]);
  return createHash("sha256").update(content).digest("base64url");
}
