import type { DiagnosisView, KeychainName, KeychainState } from "../../src-contract/bridge/diagnosis-view.ts";
import type { DeviceKeychain, KeychainReading } from "../keys/device-keychain.ts";

/** An entry that nobody makes: where there is none, the keychain is tried out (device-keychain.ts). */
const NOBODYS_ENTRY = "diagnosis";

const stateOf: Record<KeychainReading["state"], KeychainState> = {
  entry: "works",
  empty: "works",
  locked: "locked",
  unavailable: "unavailable",
  silent: "silent",
};

/**
 * Tries the keychain as the program itself does before it believes that it is empty. Nobody's entry is read or changed.
 * @param patienceMs after which it is silent
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
