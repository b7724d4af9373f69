import type { ChangeRequestRoute } from "../../src-contract/rules/pin-change-route.ts";
import { AppError } from "../app-error.ts";
import { BackendError } from "../backend/backend-error.ts";
import type { RestrictedSigner } from "../keys/restricted-signer.ts";
import { type Change, type ChangeParts, failureOf, handOver } from "./hand-over.ts";
import type { EncryptedPin } from "./pin-jwe.ts";
import { type ChangeEnd, changed, endOfFailure } from "./settle-change.ts";

/**
 * Changes a PIN by a change request that the device signs (solaris-api §3): created, authorised, the text to sign signed,
 * confirmed. Nothing has changed before the confirmation, so any failure before it is a refusal.
 */
export async function changeByDeviceSigning(
  parts: ChangeParts,
  change: Change,
  signer: RestrictedSigner,
): Promise<ChangeEnd> {
  const { backend } = parts;
  const { requestId, tell } = change;
  const route = "device_signing";
  const handedOver = await createChangeRequest(parts, change, route);
  if (handedOver instanceof BackendError) return endOfFailure(parts, change, handedOver);
  let signature: string;
  try {
    const { string_to_sign: text } = await backend.authorizeChange(requestId, { route, device_id: signer.deviceId });
    if (text === undefined) throw new AppError("ERR_BACKEND_ANSWER");
    signature = signer.signStringToSign(text);
    tell("signed");
  } catch (error) {
    return refusedBy(error);
  }
  const confirmation = { route, device_id: signer.deviceId, signature } as const;
  const failure = await failureOf(backend.confirmChange(requestId, confirmation, () => tell("sent")));
  return failure === null ? changed : endOfFailure(parts, change, failure);
}

/** Hands the encrypted PIN over for a change request, which then waits to be authorised. */
export function createChangeRequest(parts: ChangeParts, change: Change, route: ChangeRequestRoute) {
  const { requestId, cardId, tell } = change;
  return handOver(parts, change, (encryptedPin, attempt) => {
    const request = { request_id: requestId, attempt, route, ...fieldsOf(encryptedPin) };
    return parts.backend.createChangeRequest(cardId, request, () => tell("requested"));
  });
}

/** The same encrypted PIN again, for a change request in the place of one that has ended unconfirmed. */
export async function createChangeRequestAgain(
  { backend, journal, scope }: ChangeParts,
  { requestId, cardId, encryptedPin, tell }: Omit<Change, "pin"> & { readonly encryptedPin: EncryptedPin },
): Promise<BackendError | null> {
  await journal.write(scope, requestId);
  const request = { request_id: requestId, attempt: 1, route: "sms", ...fieldsOf(encryptedPin) } as const;
  return failureOf(backend.createChangeRequest(cardId, request, () => tell("requested")));
}

/** A change request that could not be authorised is never confirmed: the PIN stays as it was, whatever was lost. */
export function refusedBy(error: unknown): ChangeEnd {
  if (!(error instanceof AppError)) throw error;
  return { outcome: { outcome: "refused", code: error.code, ...error.details }, isSettled: false };
}

function fieldsOf({ compact, keyId }: EncryptedPin) {
  return { encrypted_pin: compact, key_id: keyId };
}
