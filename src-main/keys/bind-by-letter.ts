import { BackendError } from "../backend/backend-error.ts";
import {
  answerChallenge,
  type BindingDependencies,
  continueBinding,
  isKeyConflict,
  recordNewKey,
  recordRequested,
  requestDevice,
  requireRoom,
} from "./bind-this-computer.ts";
import { signLetterCode } from "./device-key.ts";
import type { RecordAt } from "./enrolment-record.ts";
import { readUnfinished, type UnfinishedRecord } from "./enrolment-state.ts";
import { tokenOf } from "./key-on-token.ts";

/**
 * Binds this computer by the code of a letter that has come; the passcode is next. Begun only now, as what Solaris waits for
 * ends after minutes, and the letter takes days. After a wrong code the same device waits for the right one.
 * @param code ASCII letters and digits, as printed; the caller's to wipe
 * @throws BackendError `ERR_CODE_REFUSED` for a wrong one, `ERR_CODE_EXPIRED` if no letter's code counts
 */
export async function bindByLetter(
  dependencies: BindingDependencies,
  computerName: string,
  code: Uint8Array,
): Promise<void> {
  if (await continueBinding(dependencies)) return; // an earlier code was accepted; only the answer was lost
  const unfinished = await readUnfinished(dependencies.enrolment);
  if (isAwaiting(unfinished)) {
    try {
      return await answer(dependencies, unfinished, code);
    } catch (error) {
      if (!(error instanceof BackendError) || error.code !== "ERR_CODE_EXPIRED") throw error;
    }
  }
  await requireRoom(dependencies.backend);
  const wanted = { computerName, token: unfinished && tokenOf(unfinished) };
  const key = unfinished?.unrestricted ?? (await recordNewKey(dependencies, wanted));
  const ofLetter = { challenge_type: "activation_code" } as const;
  let record: RecordAt<"challenged">;
  try {
    record = await requestDevice(dependencies, wanted, key, ofLetter);
  } catch (error) {
    if (!isKeyConflict(error)) throw error;
    const fresh = await recordNewKey(dependencies, wanted);
    record = await requestDevice(dependencies, wanted, fresh, ofLetter);
  }
  await answer(dependencies, record, code);
}

/**
 * Ends waiting for the code of a letter that counts no more: the next one would be compared with it.
 * @returns whether it was accepted before, and only the answer was lost
 */
export async function leaveLetter(dependencies: BindingDependencies): Promise<boolean> {
  if (await continueBinding(dependencies)) return true;
  const unfinished = await readUnfinished(dependencies.enrolment);
  if (isAwaiting(unfinished)) {
    const wanted = { computerName: unfinished.computer_name, token: tokenOf(unfinished) };
    await recordRequested(dependencies, wanted, unfinished.unrestricted);
  }
  return false;
}

function isAwaiting(record: UnfinishedRecord | null): record is RecordAt<"challenged"> {
  return record?.stage === "challenged" && record.challenge_type === "activation_code";
}

const answer = (dependencies: BindingDependencies, record: RecordAt<"challenged">, code: Uint8Array) =>
  answerChallenge(dependencies, record, signLetterCode(record.unrestricted, code));
