import { findPasscodeFault } from "../../src-contract/rules/passcode.ts";
import { AppError } from "../app-error.ts";
import type { RestrictedKey } from "./enrolment-record.ts";
import { type Enrolment, storeRecord } from "./enrolment-state.ts";
import { currentCost, type DeriveKey, isOutdated, type KeyCost, wrapKey } from "./key-wrapping.ts";
import { makeP256KeyPair } from "./p256-key-pair.ts";
import { tryPasscode } from "./passcode-attempts.ts";
import { createRestrictedSigner, type UnwrappedSigner } from "./restricted-signer.ts";

/** Makes the restricted key of a device and wraps it at once. @param passcode checked by the caller, and the caller's to wipe */
export async function makeWrappedKey(
  derive: DeriveKey,
  passcode: Uint8Array,
  deviceId: string,
  cost: KeyCost,
): Promise<RestrictedKey> {
  const { publicKey, pkcs8 } = makeP256KeyPair();
  try {
    return { public_key: publicKey, wrapped: await wrapRestricted(derive, passcode, pkcs8, deviceId, cost) };
  } finally {
    pkcs8.fill(0);
  }
}

/**
 * Unlocks the restricted key. Wraps it again if it was wrapped with weaker parameters than today's.
 * @param passcode the caller's to wipe
 * @throws AppError ERR_PASSCODE_WRONG with the attempts left, ERR_KEY_ERASED, or why there is no key
 */
export async function unlockRestrictedKey(
  enrolment: Enrolment,
  derive: DeriveKey,
  passcode: Uint8Array,
  cost = currentCost,
): Promise<UnwrappedSigner> {
  const { pkcs8, record } = await tryPasscode(enrolment, derive, passcode);
  try {
    if (isOutdated(record.restricted.wrapped, cost)) {
      const wrapped = await wrapRestricted(derive, passcode, pkcs8, record.device_id, cost);
      await storeRecord(enrolment, { ...record, restricted: { ...record.restricted, wrapped } });
    }
    return createRestrictedSigner(record.device_id, pkcs8);
  } finally {
    pkcs8.fill(0);
  }
}

/**
 * Changes the passcode. A wrong current one counts as an attempt; an unacceptable new one is refused before that.
 * @param current, next the caller's to wipe
 */
export async function changePasscode(
  enrolment: Enrolment,
  derive: DeriveKey,
  current: Uint8Array,
  next: Uint8Array,
  cost = currentCost,
): Promise<void> {
  requireGoodPasscode(next);
  const { pkcs8, record } = await tryPasscode(enrolment, derive, current);
  try {
    const wrapped = await wrapRestricted(derive, next, pkcs8, record.device_id, cost);
    // If the keychain answers too late, the cardholder was already told that it failed, so the former passcode stays.
    await storeRecord(enrolment, { ...record, restricted: { ...record.restricted, wrapped } }, record);
  } finally {
    pkcs8.fill(0);
  }
}

/**
 * Refuses a passcode that breaks the rules. The window checks them too, for an immediate answer. @throws AppError naming the
 * fault
 */
export function requireGoodPasscode(passcode: Uint8Array): void {
  const fault = findPasscodeFault(passcode);
  if (fault !== null) throw new AppError(fault);
}

function wrapRestricted(derive: DeriveKey, passcode: Uint8Array, pkcs8: Uint8Array, deviceId: string, cost: KeyCost) {
  return wrapKey(derive, passcode, pkcs8, { deviceId, purpose: "restricted" }, cost);
}
