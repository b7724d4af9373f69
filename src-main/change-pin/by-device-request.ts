import { AppError } from "../app-error.ts";
import { BackendError } from "../backend/backend-error.ts";
import type { RestrictedSigner } from "../keys/restricted-signer.ts";
import { createChangeRequest, failureOf, type PinChange } from "./send-encrypted-pin.ts";
import { type ChangeEnd, changed, endOfFailure, notConfirmed } from "./settle-change.ts";

/**
 * Changes a PIN by a change request that the device signs (route `device_signing`, docs/solaris-api.md §3): creates it,
 * authorises it, signs the text that comes back, confirms it. Nothing changes before the confirmation, so any earlier
 * failure is a refusal.
 * @returns how it ended, once something may have been sent
 * @throws AppError if it fails before that: the PIN is unchanged
 */
export async function changeByDeviceRequest(change: PinChange, signer: RestrictedSigner): Promise<ChangeEnd> {
  const { backend, requestId, tell } = change;
  const route = "device_signing";
  const created = await createChangeRequest(change, route);
  if (created instanceof BackendError) return endOfFailure(change, created);
  let signature: string;
  try {
    const { string_to_sign: text } = await backend.authorizeChange(requestId, { route, device_id: signer.deviceId });
    if (text === undefined) throw new AppError("ERR_BACKEND_ANSWER");
    signature = signer.signStringToSign(text);
    tell("signed");
  } catch (error) {
    return notConfirmed(error);
  }
  const confirmation = { route, device_id: signer.deviceId, signature } as const;
  const failure = await failureOf(backend.confirmChange(requestId, confirmation, () => tell("sent")));
  return failure === null ? changed : endOfFailure(change, failure);
}
