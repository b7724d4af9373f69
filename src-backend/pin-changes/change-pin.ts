import type { PinChangeRequest } from "../../src-contract/api/pin-change-schemas.ts";
import { requireOwnCard } from "../cards/list-cards.ts";
import { requireOwnDevice } from "../devices/list-devices.ts";
import { ProblemError } from "../http/problem-error.ts";
import type { CustomerIdentity } from "../sign-in/customer-identity.ts";
import { beginPinChange, type NewChange, type PinChangeDependencies } from "./begin-pin-change.ts";
import type { LedgerEntry } from "./ledger.ts";
import { recordRefusal } from "./record-refusal.ts";

/**
 * Sends the encrypted PIN to Solaris, once (docs/solaris-api.md §2). Returns only if Solaris accepted it. Solaris has no
 * idempotency here (§11): after an unclear answer the PIN may be changed, and nothing may resend the request unasked.
 */
export async function changePin(
  dependencies: PinChangeDependencies,
  customer: CustomerIdentity,
  cardId: string,
  request: PinChangeRequest,
  newChange: NewChange,
): Promise<void> {
  const asked = { route: "signed", body: request } as const;
  await beginPinChange(dependencies, customer, cardId, asked, newChange, (received) =>
    carryOut(dependencies, customer, cardId, request, received),
  );
}

async function carryOut(
  { records, openSolaris }: PinChangeDependencies,
  customer: CustomerIdentity,
  cardId: string,
  request: PinChangeRequest,
  received: LedgerEntry,
): Promise<void> {
  const solaris = openSolaris();
  await recordRefusal(records, received, async () => {
    const checks = await Promise.allSettled([
      requireOwnCard(solaris, customer, cardId),
      requireOwnDevice(solaris, customer, request.device_id, "ERR_DEVICE_REFUSED"),
    ]);
    // The card's problem first, whichever answer came first: only if the card exists does the app have to bind again.
    for (const check of checks) if (check.status === "rejected") throw check.reason;
  });
  // Written between the checks and the change, so a change that stops earlier is known to have changed nothing.
  const started = await records.advance(received, { state: "started" });
  if (started === null) throw new ProblemError("ERR_SOLARIS_UNAVAILABLE");
  const { request_id, attempt, device_consent_id, ...body } = request;
  const path = ["v1", "cards", cardId, "pin_update_requests"];
  await recordRefusal(records, started, () => solaris.call({ operation: "pin_update", method: "POST", path, body }));
  await records.finish(started, { state: "changed" });
}
