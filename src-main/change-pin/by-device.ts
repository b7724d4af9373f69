import type { PinChangeRequest } from "../../src-contract/api/pin-change-schemas.ts";
import { BackendError } from "../backend/backend-error.ts";
import type { RestrictedSigner } from "../keys/restricted-signer.ts";
import { type ChangeStep, wantsSignIn } from "./change-step.ts";
import type { EncryptedPin } from "./pin-jwe.ts";
import { failureOf, type PinChange, sendEncryptedPin } from "./send-encrypted-pin.ts";
import { changed, endOfFailure } from "./settle-change.ts";

/**
 * Changes a card's PIN in one request, with a signature of the restricted key over the encrypted PIN (route `signed`,
 * docs/solaris-api.md §2).
 * @returns how it ended, once something may have been sent; or that it waits for a sign-in
 * @throws AppError if it fails before that: the PIN is unchanged
 */
export async function changeByDevice(change: PinChange, signer: RestrictedSigner): Promise<ChangeStep> {
  const { encrypt: _, ...known } = change;
  const requests: PinChangeRequest[] = [];
  const deviceData = change.deviceData();
  const signAndSend = async (encryptedPin: EncryptedPin, attempt: 1 | 2) => {
    const signature = await signer.signEncryptedPin(encryptedPin);
    if (signer.isOnToken) change.signal.throwIfAborted(); // left while it waited; before that nothing is encrypted
    change.tell("signed");
    const request = {
      request_id: change.requestId,
      attempt,
      device_id: signer.deviceId,
      encrypted_pin: encryptedPin.compact,
      key_id: encryptedPin.keyId,
      signature,
    };
    requests.push(request);
    await send(known, { ...request, ...(await deviceData()) });
  };
  const sent = await sendEncryptedPin(change, signAndSend, deviceData);
  if (!(sent instanceof BackendError)) return { change: known, end: changed };
  const [first, second] = requests;
  if (first === undefined || second !== undefined) return { change: known, end: await endOfFailure(known, sent) };
  return stepAfter(known, first, sent);
}

type Sent = Omit<PinChange, "encrypt">;

const send = ({ backend, cardId, tell }: Sent, request: PinChangeRequest) =>
  backend.changePin(cardId, request, () => tell("sent"));

/** The step after the only request of a change has failed. */
async function stepAfter(change: Sent, request: PinChangeRequest, failure: BackendError): Promise<ChangeStep> {
  if (!wantsSignIn(failure)) return { change, end: await endOfFailure(change, failure) };
  const sendNow = async (): Promise<ChangeStep> => {
    const fields = await change.deviceData()();
    change.signal.throwIfAborted(); // left meanwhile
    const again = await failureOf(send(change, { ...request, ...fields }));
    return again === null ? { change, end: changed } : stepAfter(change, request, again);
  };
  return { change, cardId: change.cardId, route: "signed", send: sendNow };
}
