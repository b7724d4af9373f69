import type { DiagnosisView, KeychainName, KeychainState } from "../../src-contract/bridge/diagnosis-view.ts";
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
  const { state } = await keychain.read(NOBODYS_ENTRY, patienceMs);
  return { which: keychainOf(platform), state: stateOf[state] };
}

/** The keychain that keytar uses on a system. */
export function keychainOf(platform: NodeJS.Platform): KeychainName {
  if (platform === "darwin") return "macos-keychain";
  return platform === "win32" ? "windows-credentials" : "secret-service";
}
