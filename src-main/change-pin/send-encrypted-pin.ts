import type { PinChangeStage } from "../../src-contract/bridge/views.ts";
import type { ChangeRequestRoute } from "../../src-contract/rules/pin-change-route.ts";
import type { BackendClient } from "../backend/backend-client.ts";
import { BackendError } from "../backend/backend-error.ts";
import type { DeviceDataOfStep } from "../device-data/device-data-fields.ts";
import type { ChangeJournal } from "./change-journal.ts";
import type { EncryptedPin } from "./pin-jwe.ts";

/** A change as the journal and the bank know it. */
export interface NotedChange {
  readonly backend: BackendClient;
  readonly journal: ChangeJournal;
  /** The customer at this backend: see enrolment-scope.ts. */
  readonly scope: string;
  /** A UUID that the app made. */
  readonly requestId: string;
}

/** What each route needs for a running PIN change. */
export interface PinChange extends NotedChange {
  readonly cardId: string;
  /**
   * Encrypts the PIN for Solaris' newest key, so no route holds the PIN itself.
   * @param beside runs while the PIN is encrypted, once there is a key
   * @throws AppError if there is no such key, or it is not safe; what `beside` throws
   */
  readonly encrypt: (beside?: () => Promise<void>) => Promise<EncryptedPin>;
  /** Begins anew for each time that the cardholder has the change sent. */
  readonly deviceData: () => DeviceDataOfStep;
  /** Tells the window how far the change has come. Never fails or waits, so no change depends on it. */
  readonly tell: (stage: PinChangeStage) => void;
  /** Aborted once the cardholder has left the change. It cancels no request: what was sent stays sent. */
  readonly signal: AbortSignal;
}

/**
 * Encrypts the PIN, meanwhile notes the change in the journal, and sends it. If Solaris changed its key in between, encrypts
 * and sends once more; there is no third attempt.
 * @param send signs the encrypted PIN if the route requires it, and sends it
 * @param deviceData what has to be there before anything is sent
 * @returns what was accepted, or the backend's failure: something may have been sent
 * @throws AppError if it fails, or the cardholder leaves, before that
 */
export async function sendEncryptedPin(
  { encrypt, journal, scope, requestId, signal }: Omit<PinChange, "backend" | "cardId" | "deviceData" | "tell">,
  send: (encryptedPin: EncryptedPin, attempt: 1 | 2) => Promise<void>,
  deviceData: DeviceDataOfStep = async () => ({}),
): Promise<EncryptedPin | BackendError> {
  const isCollected = deviceData(); // begins now: it takes longer than the rest
  isCollected.catch(() => undefined); // met below
  const first = await encryptAndNote({ encrypt, journal, scope, requestId }, isCollected);
  signal.throwIfAborted(); // left before anything was sent
  const failure = await failureOf(send(first, 1));
  if (failure === null) return first;
  if (failure.code !== "ERR_PIN_KEY_OUTDATED") return failure;
  let second: EncryptedPin;
  try {
    second = await encrypt();
    signal.throwIfAborted();
  } catch {
    return failure; // without a newer key, or after the cardholder has left, the first refusal stands
  }
  return (await failureOf(send(second, 2))) ?? second;
}

/** Nothing is sent before all is done. One waits for the disk, one for the processor, one for a script: none needs another. */
async function encryptAndNote(
  { encrypt, journal, scope, requestId }: Pick<PinChange, "encrypt" | "journal" | "scope" | "requestId">,
  isCollected: Promise<unknown>,
): Promise<EncryptedPin> {
  try {
    return await encrypt(async () => {
      await Promise.all([journal.write(scope, requestId), isCollected]);
    });
  } catch (error) {
    await journal.remove(scope, requestId); // nothing was sent, so there is nothing to ask about
    throw error;
  }
}

/** Sends the encrypted PIN for a change request (docs/solaris-api.md §3), which then has to be authorised. @throws BackendError */
export function postChangeRequest(
  { backend, requestId, cardId, tell }: Omit<PinChange, "encrypt">,
  route: ChangeRequestRoute,
  { compact, keyId }: EncryptedPin,
  attempt: 1 | 2,
): Promise<void> {
  const request = { request_id: requestId, attempt, route, encrypted_pin: compact, key_id: keyId };
  return backend.createChangeRequest(cardId, request, () => tell("requested"));
}

/** Returns the backend's failure as a value. Any other error is our own bug and is thrown. */
export async function failureOf(call: Promise<unknown>): Promise<BackendError | null> {
  try {
    await call;
    return null;
  } catch (error) {
    if (error instanceof BackendError) return error;
    throw error;
  }
}
