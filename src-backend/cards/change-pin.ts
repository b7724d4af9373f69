import type { PinChangeRequest } from "../api/cards.ts";
import { requireOwnDevice } from "../devices/list-devices.ts";
import { ProblemError } from "../http/problem-error.ts";
import type { CustomerIdentity } from "../sign-in/customer-identity.ts";
import { type Solaris, SolarisSilent } from "../solaris/solaris-client.ts";
import { requireOwnCard } from "./list-cards.ts";

/**
 * Hands the encrypted PIN to Solaris, once (solaris-api §2). Returns only when Solaris has said yes; any 2xx does,
 * whatever its body (ambiguity 1).
 */
export async function changePin(
  solaris: Solaris,
  customer: CustomerIdentity,
  cardId: string,
  request: PinChangeRequest,
): Promise<void> {
  await Promise.all([
    requireOwnCard(solaris, customer, cardId),
    // The card is there and the device is not: the app has to bind anew, not to look for the card.
    requireOwnDevice(solaris, customer, request.device_id, "device_refused"),
  ]);
  try {
    await solaris.call({
      operation: "pin_update",
      method: "POST",
      path: ["v1", "cards", cardId, "pin_update_requests"],
      body: request,
    });
  } catch (error) {
    // Sent, and no answer: it may be done. §11 knows no idempotency here, so nobody may send it again unasked.
    if (error instanceof SolarisSilent && error.sent) throw new ProblemError("pin_change_outcome_unknown");
    throw error;
  }
}
