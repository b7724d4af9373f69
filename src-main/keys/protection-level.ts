import type { ProtectionLevel } from "../../src-contract/rules/protection-levels.ts";

/** How this computer keeps its key, as far as the window was last told; for the diagnosis, which asks no keychain for it. */
export function createKnownProtection() {
  let known: ProtectionLevel = protectionLevelOf(false);
  return {
    is: () => known,
    note(level: ProtectionLevel): void {
      known = level;
    },
  };
}

/** How this program keeps the restricted key: what the backend is told, and what the window shows. @param isOnToken otherwise in the keychain */
export const protectionLevelOf = (isOnToken: boolean): ProtectionLevel =>
  isOnToken ? "hardware_passcode" : "keychain_passcode";
