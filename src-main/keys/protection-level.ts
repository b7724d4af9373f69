import type { ProtectionLevel } from "../../src-contract/rules/protection-levels.ts";

/** How this program keeps the restricted key: what the backend is told, and what the window shows. */
export const protectionLevel: ProtectionLevel = "keychain_passcode";
