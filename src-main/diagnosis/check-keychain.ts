import type { DiagnosisView, KeychainState } from "../../src-contract/bridge/diagnosis-view.ts";
import type { KeychainName } from "../../src-contract/bridge/keychain-names.ts";
import { AppError } from "../app-error.ts";
import type { DeviceKeychain, KeychainReading } from "../keys/device-keychain.ts";

/** An entry that never exists, so reading it tries out the keychain (device-keychain.ts). */
const NOBODYS_ENTRY = "diagnosis";

const stateOf: Record<KeychainReading["state"], KeychainState> = {
  entry: "works",
  empty: "works",
  locked: "locked",
  unavailable: "unavailable",
  silent: "silent",
};

/**
 * Tries the keychain as the program does before it believes that it is empty. Reads and changes no real entry.
 * @param patienceMs how long to wait before reporting `silent`
 */
export async function checkKeychain(
  keychain: Pick<DeviceKeychain, "read">,
  platform: NodeJS.Platform,
  patienceMs: number,
): Promise<DiagnosisView["keychain"]> {
  return { which: keychainOf(platform), state: await tried(keychain, patienceMs) };
}

/** A keychain whose library must not be loaded (known-keychain-library.ts) cannot be used either. */
async function tried(keychain: Pick<DeviceKeychain, "read">, patienceMs: number): Promise<KeychainState> {
  try {
    return stateOf[(await keychain.read(NOBODYS_ENTRY, patienceMs)).state];
  } catch (error) {
    if (error instanceof AppError) return "unavailable";
    throw error;
  }
}

/** The keychain that keytar uses on a system. */
export function keychainOf(platform: NodeJS.Platform): KeychainName {
  if (platform === "darwin") return "macos-keychain";
  return platform === "win32" ? "windows-credentials" : "secret-service";
}
