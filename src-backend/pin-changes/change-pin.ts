import type { PinChangeRequest } from "../api/pin-changes.ts";
import { requireOwnCard } from "../cards/list-cards.ts";
import { requireOwnDevice } from "../devices/list-devices.ts";
import { ProblemError } from "../http/problem-error.ts";
import type { CustomerIdentity } from "../sign-in/customer-identity.ts";
import { type Solaris, SolarisSilent } from "../solaris/solaris-client.ts";
import { beginPinChange, type PinChangeDesk } from "./begin-pin-change.ts";
import { recordRefusal } from "./record-refusal.ts";

/**
 * Hands the encrypted PIN to Solaris, once (solaris-api §2). Returns only when Solaris has said yes; any 2xx does,
 * whatever its body (ambiguity 1).
 */
export async function changePin(
  desk: PinChangeDesk,
  customer: CustomerIdentity,
  cardId: string,
  request: PinChangeRequest,
  count: () => Promise<void>,
): Promise<void> {
  const { records } = desk;
  const begun = await beginPinChange(desk, customer, cardId, { route: "signed", body: request }, count);
  if (!begun.isNew) return;
  const solaris = desk.openSolaris();
  await recordRefusal(records, begun.entry, async () => {
    await Promise.all([
      requireOwnCard(solaris, customer, cardId),
      // The card is there and the device is not: the app has to bind anew, not to look for the card.
      requireOwnDevice(solaris, customer, request.device_id, "device_refused"),
    ]);
  });
  // Written between the checks and the change, so that what ends before it is known not to have changed anything.
  const started = await records.advance(begun.entry, { state: "started" });
  // It took so long that it was given up meanwhile, as records.ts has it.
  if (started === null) throw new ProblemError("solaris_unavailable");
  await recordRefusal(records, started, () => callSolaris(solaris, cardId, request));
  await records.finish(started, { state: "changed" });
}

async function callSolaris(solaris: Solaris, cardId: string, request: PinChangeRequest): Promise<void> {
  const { request_id, attempt, ...body } = request;
  const path = ["v1", "cards", cardId, "pin_update_requests"];
  try {
    await solaris.call({ operation: "pin_update", method: "POST", path, body });
  } catch (error) {
    // Sent, and no answer: it may be done. §11 knows no idempotency here, so nobody may send it again unasked.
    if (error instanceof SolarisSilent && error.sent) throw new ProblemError("pin_change_outcome_unknown");
    throw error;
  }
}
