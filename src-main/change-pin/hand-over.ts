import type { BackendClient } from "../backend/backend-client.ts";
import { BackendError } from "../backend/backend-error.ts";
import type { ChangeJournal } from "./change-journal.ts";
import type { TellStage } from "./change-stages.ts";
import { type EncryptedPin, encryptPin } from "./pin-jwe.ts";
import { parsePinKey } from "./pin-key.ts";

/** What every way to change a PIN works with. */
export interface ChangeParts {
  readonly backend: BackendClient;
  readonly journal: ChangeJournal;
  /** The customer at this backend: see enrolment-scope.ts. */
  readonly scope: string;
}

export interface Change {
  /** A UUID of the app's making. */
  readonly requestId: string;
  readonly cardId: string;
  /** ASCII digits; the caller's to wipe, once this is over. */
  readonly pin: Uint8Array;
  readonly tell: TellStage;
}

type Send = (encryptedPin: EncryptedPin, attempt: 1 | 2) => Promise<void>;

/**
 * Encrypts a PIN for Solaris' newest key and hands it over. The change is in the journal before it is sent. Where Solaris
 * had changed its key in between, it is encrypted anew and handed over once more; there is no third time.
 * @returns what was accepted, or the backend's failure: something may have been sent
 * @throws AppError for everything that fails before that
 */
export async function handOver(
  { backend, journal, scope }: ChangeParts,
  { requestId, cardId, pin, tell }: Change,
  send: Send,
): Promise<EncryptedPin | BackendError> {
  const encrypt = async () => {
    tell("fetching-key");
    const encryptedPin = await encryptPin(pin, await parsePinKey(await backend.getPinKey(cardId)));
    tell("encrypted");
    return encryptedPin;
  };
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
