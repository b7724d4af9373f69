import type { ChangeRequestRequest } from "../../src-contract/api/pin-change-schemas.ts";
import { requireOwnCard } from "../cards/list-cards.ts";
import { ProblemError } from "../http/problem-error.ts";
import type { CustomerIdentity } from "../sign-in/customer-identity.ts";
import { beginPinChange, type NewChange, type PinChangeDependencies } from "./begin-pin-change.ts";
import type { LedgerEntry } from "./ledger.ts";
import { recordRefusal } from "./record-refusal.ts";

/**
 * Sends the encrypted PIN to Solaris as a change request (docs/solaris-api.md §3), which changes nothing before it is
 * confirmed. So without an answer the change is refused, not unknown.
 */
export async function createChangeRequest(
  dependencies: PinChangeDependencies,
  customer: CustomerIdentity,
  cardId: string,
  request: ChangeRequestRequest,
  newChange: NewChange,
): Promise<void> {
  const asked = { route: request.route, body: request } as const;
  await beginPinChange(dependencies, customer, cardId, asked, newChange, (received) =>
    carryOut(dependencies, customer, cardId, request, received),
  );
}

async function carryOut(
  { records, openSolaris }: PinChangeDependencies,
  customer: CustomerIdentity,
  cardId: string,
  request: ChangeRequestRequest,
  entry: LedgerEntry,
): Promise<void> {
  const solaris = openSolaris();
  // Called while the entry is only `received`: if this process dies, nothing has changed.
  const changeRequestId = await recordRefusal(records, entry, async () => {
    await requireOwnCard(solaris, customer, cardId);
    const { encrypted_pin, key_id } = request;
    const path = ["v1", "cards", cardId, "sca_pin_update_requests"];
    const body = { encrypted_pin, key_id };
    return (await solaris.call({ operation: "create_change_request", method: "POST", path, body })).id;
  });
  // Without its id nobody can confirm it.
  const change = { state: "authorization_required", changeRequestId } as const;
  const created = await records.advance(entry, change, "ERR_SOLARIS_UNAVAILABLE");
  if (created === null) throw new ProblemError("ERR_SOLARIS_UNAVAILABLE");
}
