import { BackendError } from "../backend/backend-error.ts";
import type { RestrictedSigner } from "../keys/restricted-signer.ts";
import { type PinChange, sendEncryptedPin } from "./send-encrypted-pin.ts";
import { type ChangeEnd, changed, endOfFailure } from "./settle-change.ts";

/**
 * Changes a card's PIN in one request, with a signature of the restricted key over the encrypted PIN (route `signed`,
 * docs/solaris-api.md §2).
 * @returns how it ended, once something may have been sent
 * @throws AppError if it fails before that: the PIN is unchanged
 */
export async function changeByDevice(change: PinChange, signer: RestrictedSigner): Promise<ChangeEnd> {
  const { backend, requestId, cardId, tell } = change;
  const sent = await sendEncryptedPin(change, (encryptedPin, attempt) => {
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
    return backend.changePin(cardId, request, () => tell("sent"));
  });
  return sent instanceof BackendError ? endOfFailure(change, sent) : changed;
}
