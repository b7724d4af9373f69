import { PASSCODE_ATTEMPTS } from "../../src-contract/rules/passcode.ts";
import { AppError } from "../app-error.ts";
import type { RecordAt, RestrictedKey } from "./enrolment-record.ts";
import { type Enrolment, requirePresent, storeRecord, toErased } from "./enrolment-state.ts";
import { type DeriveKey, deriveFor, unwrapKey } from "./key-wrapping.ts";

/** A record whose key a passcode unlocks. */
type WrappedRecord = RecordAt<"bound"> & { readonly restricted: RestrictedKey };

/** @throws AppError ERR_BAD_ARGUMENT if the key is on a token, which has a PIN of its own */
function requireWrapped(record: RecordAt<"bound">): WrappedRecord {
  const { restricted } = record;
  if ("token" in restricted) throw new AppError("ERR_BAD_ARGUMENT");
  return { ...record, restricted };
}

/** How many wrong passcodes are left before the restricted key is erased. */
export function passcodeAttemptsLeft({ wrong_passcodes }: RecordAt<"bound">): number {
  return PASSCODE_ATTEMPTS - wrong_passcodes;
}

/**
 * Tries a passcode and counts it (PSD2 RTS article 4(3)(b)). Records it as wrong before trying it, so ending the app at the
 * right moment gains no extra attempt; only a right passcode undoes that.
 * @returns the restricted key as PKCS#8, the caller's to wipe
 * @throws AppError ERR_PASSCODE_WRONG, or ERR_KEY_ERASED if that was the last attempt or the key was erased before
 */
export async function tryPasscode(
  enrolment: Enrolment,
  derive: DeriveKey,
  passcode: Uint8Array,
): Promise<{ readonly pkcs8: Uint8Array; readonly record: WrappedRecord }> {
  const before = await requireKey(enrolment);
  const counted = { ...before, wrong_passcodes: before.wrong_passcodes + 1 };
  await storeRecord(enrolment, counted, before); // if the keychain answers too late, nothing was tried or counted
  const { wrapped } = before.restricted;
  const derived = await deriveFor(derive, passcode, wrapped).catch(async (error: unknown) => {
    await storeRecord(enrolment, before); // nothing was tried: a worker that dies must not erase a key
    throw error;
  });
  const pkcs8 = unwrapKey(derived, wrapped, { deviceId: before.device_id, purpose: "restricted" });
  if (pkcs8 === null) throw await recordWrong(enrolment, counted);
  try {
    const record = { ...before, wrong_passcodes: 0 };
    await storeRecord(enrolment, record);
    return { pkcs8, record };
  } catch (error) {
    pkcs8.fill(0);
    throw error;
  }
}

/** The record with its key. Erases a key that already counts as erased, because the app ended before it could. */
async function requireKey(enrolment: Enrolment): Promise<WrappedRecord> {
  const record = await requirePresent(enrolment);
  if (record.stage === "bound") return requireWrapped(record);
  if (record.stage !== "erased") throw new AppError("ERR_NOT_BOUND");
  await storeRecord(enrolment, record);
  throw new AppError("ERR_KEY_ERASED");
}

async function recordWrong(enrolment: Enrolment, counted: RecordAt<"bound">): Promise<AppError> {
  const attemptsLeft = passcodeAttemptsLeft(counted);
  if (attemptsLeft > 0) return new AppError("ERR_PASSCODE_WRONG", { attemptsLeft });
  await storeRecord(enrolment, toErased(counted));
  return new AppError("ERR_KEY_ERASED");
}
