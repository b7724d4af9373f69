import type { ConfirmationRequest } from "../../src-contract/api/pin-change-schemas.ts";
import { AppError } from "../app-error.ts";
import { BackendError } from "../backend/backend-error.ts";
import type { DeviceDataOfStep } from "../device-data/device-data-fields.ts";
import type { RestrictedSigner } from "../keys/restricted-signer.ts";
import { type ChangeStep, wantsSignIn } from "./change-step.ts";
import type { EncryptedPin } from "./pin-jwe.ts";
import { failureOf, type PinChange, postChangeRequest, sendEncryptedPin } from "./send-encrypted-pin.ts";
import { type ChangeEnd, changed, endOfFailure, notConfirmed } from "./settle-change.ts";

const route = "device_signing";

/**
 * Changes a PIN by a change request that the device signs (route `device_signing`, docs/solaris-api.md §3): creates it,
 * authorises it, signs the text that comes back, confirms it. Nothing changes before the confirmation, so any earlier
 * failure is a refusal.
 * @returns how it ended, once something may have been sent; or that it waits for a sign-in, and for the key once more
 * @throws AppError if it fails before that: the PIN is unchanged
 */
export async function changeByDeviceRequest(change: PinChange, signer: RestrictedSigner): Promise<ChangeStep> {
  const { encrypt: _, ...known } = change; // what stays cannot reach the PIN
  const pins: EncryptedPin[] = [];
  const deviceData = change.deviceData();
  const create = (encryptedPin: EncryptedPin, attempt: 1 | 2) => {
    pins.push(encryptedPin);
    return postChangeRequest(known, route, encryptedPin, attempt);
  };
  const sent = await sendEncryptedPin(change, create, deviceData);
  if (!(sent instanceof BackendError)) return { change: known, end: await signAndConfirm(known, signer, deviceData) };
  const [first, second] = pins;
  if (first === undefined || second !== undefined) return { change: known, end: await endOfFailure(known, sent) };
  return stepAfter(known, first, sent);
}

type Created = Omit<PinChange, "encrypt">;

/** The step after the only request that creates the change request has failed. */
async function stepAfter(change: Created, encryptedPin: EncryptedPin, failure: BackendError): Promise<ChangeStep> {
  if (!wantsSignIn(failure)) return { change, end: await endOfFailure(change, failure) };
  const send = async (takeKey: () => RestrictedSigner): Promise<ChangeStep> => {
    const signer = takeKey(); // before anything is sent
    try {
      const deviceData = change.deviceData();
      await deviceData();
      change.signal.throwIfAborted(); // left meanwhile
      const again = await failureOf(postChangeRequest(change, route, encryptedPin, 1));
      return again === null
        ? { change, end: await signAndConfirm(change, signer, deviceData) }
        : await stepAfter(change, encryptedPin, again);
    } finally {
      signer.end();
    }
  };
  return { change, cardId: change.cardId, route, send };
}

async function signAndConfirm(
  change: Created,
  signer: RestrictedSigner,
  deviceData: DeviceDataOfStep,
): Promise<ChangeEnd> {
  const { backend, requestId, tell } = change;
  const device = { route, device_id: signer.deviceId } as const;
  let confirmation: ConfirmationRequest;
  try {
    const { string_to_sign: text } = await backend.authorizeChange(requestId, { ...device, ...(await deviceData()) });
    if (text === undefined) throw new AppError("ERR_BACKEND_ANSWER");
    const requireStay = () => signer.isOnToken && change.signal.throwIfAborted();
    requireStay(); // nobody would be there to touch it
    const signature = await signer.signStringToSign(text);
    requireStay(); // left while the token waited
    confirmation = { ...device, signature, ...(await deviceData()) };
    tell("signed");
  } catch (error) {
    return notConfirmed(error);
  }
  const failure = await failureOf(backend.confirmChange(requestId, confirmation, () => tell("sent")));
  return failure === null ? changed : endOfFailure(change, failure);
}
