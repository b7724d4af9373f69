import { AppError } from "../app-error.ts";
import { log } from "../log.ts";
import { type DeviceKeychain, refusalCodes } from "./device-keychain.ts";
import { type EnrolmentRecord, parseEnrolmentRecord } from "./enrolment-record.ts";
import type { Enrolment } from "./enrolment-state.ts";

/** The name of an entry that is kept until a new binding replaces it. */
const replacedName = (scope: string) => `${scope}-replaced`;
/** A name that no entry has, so nothing overwrites the entry. */
const ownName = (scope: string) => `${scope}-${Date.now()}`;

/** Whether an entry name belongs to this scope: the current entry's name, or one that this file gives. */
export function isNameOf(scope: string, account: string): boolean {
  if (account === scope || account === replacedName(scope)) return true;
  return account.startsWith(`${scope}-`) && /^[0-9]+$/.test(account.slice(scope.length + 1));
}

/**
 * Keeps a device's entry until the next binding is done, and makes room for that. If one is kept already, the earlier one
 * gets a name of its own, so neither is lost.
 */
export async function keepUntilBound(enrolment: Enrolment, deviceId: string): Promise<void> {
  const { keychain, markers, scope } = enrolment;
  const kept = await readEntry(keychain, replacedName(scope));
  // The same device's entry is a copy: the app ended while renaming it.
  if (kept !== null && deviceOf(kept, scope) !== deviceId) await keychain.setAside(replacedName(scope), ownName(scope));
  await keychain.setAside(scope, replacedName(scope));
  await markers.remove(scope);
}

/** Keeps an entry of uncertain origin permanently, and makes room for a binding. */
export async function keepPermanently({ keychain, markers, scope }: Enrolment): Promise<void> {
  await keychain.setAside(scope, ownName(scope));
  await markers.remove(scope);
}

/** Deletes the kept entry, if there is one. */
export async function removeReplaced({ keychain, scope }: Enrolment): Promise<void> {
  await keychain.remove(replacedName(scope));
}

/**
 * Deletes the kept entry after the new binding. A kept entry does no harm, so a keychain failure here does not fail the
 * binding.
 */
export async function tryRemoveReplaced(enrolment: Enrolment): Promise<void> {
  try {
    await removeReplaced(enrolment);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    log({ event: "replaced_entry_kept", code: error.code });
  }
}

/** Whether the entry belongs to this device. Another may have replaced it meanwhile, and must stay. */
export async function holdsDevice({ keychain, scope }: Enrolment, deviceId: string): Promise<boolean> {
  const text = await readEntry(keychain, scope);
  return text !== null && deviceOf(text, scope) === deviceId;
}

/** The entry as a record; null if there is none, or it is not one of ours. */
export async function heldRecord({ keychain, scope }: Enrolment): Promise<EnrolmentRecord | null> {
  const text = await readEntry(keychain, scope);
  return text === null ? null : parseEnrolmentRecord(text, scope);
}

/** An entry's text, or null if there is none. @throws AppError if the keychain does not say */
async function readEntry(keychain: DeviceKeychain, account: string): Promise<string | null> {
  const reading = await keychain.read(account);
  if (reading.state === "entry") return reading.text;
  if (reading.state === "empty") return null;
  throw new AppError(refusalCodes[reading.state]);
}

function deviceOf(text: string, scope: string): string | null {
  const record = parseEnrolmentRecord(text, scope);
  return record !== null && "device_id" in record ? record.device_id : null;
}
