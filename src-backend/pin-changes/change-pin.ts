import type { PinChangeRequest } from "../../src-contract/api/pin-change-schemas.ts";
import { requireOwnCard } from "../cards/list-cards.ts";
import { requireOwnDevice } from "../devices/list-devices.ts";
import { ProblemError } from "../http/problem-error.ts";
import type { CustomerIdentity } from "../sign-in/customer-identity.ts";
import { beginPinChange, type PinChangeDependencies } from "./begin-pin-change.ts";
import type { LedgerEntry } from "./ledger.ts";
import { recordRefusal } from "./record-refusal.ts";

/**
 * Hands the encrypted PIN to Solaris, once (docs/solaris-api.md §2). Returns only when Solaris has said yes. §11 knows
 * no idempotency here: where its answer is not clear it may be done, and nobody may send it again unasked.
 */
export async function changePin(
  dependencies: PinChangeDependencies,
  customer: CustomerIdentity,
  cardId: string,
  request: PinChangeRequest,
  count: () => Promise<void>,
): Promise<void> {
  const asked = { route: "signed", body: request } as const;
  await beginPinChange(dependencies, customer, cardId, asked, count, (received) =>
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
    await Promise.all([
      requireOwnCard(solaris, customer, cardId),
      // The card is there and the device is not: the app has to bind anew, not to look for the card.
      requireOwnDevice(solaris, customer, request.device_id, "ERR_DEVICE_REFUSED"),
    ]);
  });
  // Written between the checks and the change, so that what ends before it is known not to have changed anything.
  const started = await records.advance(received, { state: "started" });
  if (started === null) throw new ProblemError("ERR_SOLARIS_UNAVAILABLE");
  const { request_id, attempt, ...body } = request;
  const path = ["v1", "cards", cardId, "pin_update_requests"];
  await recordRefusal(records, started, () => solaris.call({ operation: "pin_update", method: "POST", path, body }));
  await records.finish(started, { state: "changed" });
}
