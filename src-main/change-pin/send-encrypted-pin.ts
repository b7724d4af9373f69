import type { PinChangeStage } from "../../src-contract/bridge/views.ts";
import type { ChangeRequestRoute } from "../../src-contract/rules/pin-change-route.ts";
import type { BackendClient } from "../backend/backend-client.ts";
import { BackendError } from "../backend/backend-error.ts";
import type { ChangeJournal } from "./change-journal.ts";
import type { EncryptedPin } from "./pin-jwe.ts";

/** A change that the journal knows, or is to know before anything of it is sent. */
export interface NotedChange {
  readonly backend: BackendClient;
  readonly journal: ChangeJournal;
  /** The customer at this backend: see enrolment-scope.ts. */
  readonly scope: string;
  /** A UUID of the app's making, by which the bank knows the change, too. */
  readonly requestId: string;
}

/** A PIN change that is carried out. */
export interface PinChange extends NotedChange {
  readonly cardId: string;
  /**
   * Encrypts the PIN for Solaris' newest key. The PIN itself is not part of a change.
   * @throws AppError where there is no such key, or it is not safe
   */
  readonly encrypt: () => Promise<EncryptedPin>;
  /** Says how far it has come. Never fails and waits for nobody, so that no change depends on who is told. */
  readonly tell: (stage: PinChangeStage) => void;
  /** Aborted once the cardholder has gone, or goes on. It cancels no request: what may have been sent stays sent. */
  readonly signal: AbortSignal;
}

/**
 * Encrypts a PIN and sends it. The change is in the journal before. Where Solaris had changed its key in between, the PIN is
 * encrypted anew and sent once more; there is no third time.
 * @param send signs, where it does, and sends
 * @returns what was accepted, or the backend's failure: something may have been sent
 * @throws AppError for everything that fails before that
 */
export async function sendEncryptedPin(
  { encrypt, journal, scope, requestId }: Pick<PinChange, "encrypt" | "journal" | "scope" | "requestId">,
  send: (encryptedPin: EncryptedPin, attempt: 1 | 2) => Promise<void>,
): Promise<EncryptedPin | BackendError> {
  const first = await encrypt();
  await journal.write(scope, requestId);
  const failure = await failureOf(send(first, 1));
  if (failure === null) return first;
  if (failure.code !== "ERR_PIN_KEY_OUTDATED") return failure;
  let second: EncryptedPin;
  try {
    second = await encrypt();
  } catch {
    return failure; // without a newer key it ends as the first attempt did: refused
  }
  return (await failureOf(send(second, 2))) ?? second;
}

/** The same for a change request (solaris-api §3), which then waits to be authorised. */
export function createChangeRequest(
  change: PinChange,
  route: ChangeRequestRoute,
): Promise<EncryptedPin | BackendError> {
  return sendEncryptedPin(change, (encryptedPin, attempt) => postChangeRequest(change, route, encryptedPin, attempt));
}

/** Sends the encrypted PIN for a change request. @throws BackendError */
export function postChangeRequest(
  { backend, requestId, cardId, tell }: Omit<PinChange, "encrypt">,
  route: ChangeRequestRoute,
  { compact, keyId }: EncryptedPin,
  attempt: 1 | 2,
): Promise<void> {
  const request = { request_id: requestId, attempt, route, encrypted_pin: compact, key_id: keyId };
  return backend.createChangeRequest(cardId, request, () => tell("requested"));
}

/** The backend's failure as a value; anything else is a mistake of ours and stays thrown. */
export async function failureOf(call: Promise<unknown>): Promise<BackendError | null> {
  try {
    await call;
    return null;
  } catch (error) {
    if (error instanceof BackendError) return error;
    throw error;
  }
}
