import { BackendError } from "../backend/backend-error.ts";
import type { RestrictedSigner } from "../keys/restricted-signer.ts";
import { type Change, type ChangeParts, handOver } from "./hand-over.ts";
import { type ChangeEnd, changed, endOfFailure } from "./settle-change.ts";

/**
 * Changes a card's PIN with a signature of the restricted key (design, the eight steps): a fresh key, JWE, signature, one
 * request under its id.
 * @returns how it ended, once the request was handed over
 * @throws AppError for everything that fails before that: nothing was sent, the PIN is as it was
 */
export async function changeSigned(parts: ChangeParts, change: Change, signer: RestrictedSigner): Promise<ChangeEnd> {
  const { requestId, cardId, tell } = change;
  const handedOver = await handOver(parts, change, (encryptedPin, attempt) => {
    const signature = signer.signEncryptedPin(encryptedPin);
    tell("signed");
    const request = {
      request_id: requestId,
      attempt,
      device_id: signer.deviceId,
      encrypted_pin: encryptedPin.compact,
      key_id: encryptedPin.keyId,
      signature,
    };
    return parts.backend.changePin(cardId, request, () => tell("sent"));
  });
  if (handedOver instanceof BackendError) return endOfFailure(parts, change, handedOver);
  return changed;
}
