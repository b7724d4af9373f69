import type { ErrorEntry } from "./error-entry.ts";

/** What most of a token's have in common. */
const ofToken = { concerns: "passcode", retry: "after-change", pinChange: "not-changed" } as const;

/** Errors of this computer: its keychain, a token that keeps its key (docs/hardware-key.md), and its device binding at Solaris. */
export const deviceErrors = {
  ERR_KEYCHAIN_LOCKED: { concerns: "keychain", retry: "after-change", pinChange: "not-changed" },
  ERR_KEYCHAIN_UNAVAILABLE: { concerns: "keychain", retry: "after-change", pinChange: "not-changed" },
  ERR_KEYCHAIN_SILENT: { concerns: "keychain", retry: "after-change", pinChange: "not-changed" },
  ERR_KEYCHAIN_UNREADABLE: { concerns: "keychain", retry: "no", pinChange: "not-changed" },
  ERR_KEYCHAIN_LOST: { concerns: "device", retry: "after-change", pinChange: "not-changed" },
  ERR_KEY_ERASED: { concerns: "device", retry: "after-change", pinChange: "not-changed" },
  ERR_NOT_BOUND: { concerns: "device", retry: "after-change", pinChange: "not-changed" },
  ERR_ALREADY_BOUND: { concerns: "device", retry: "no", pinChange: "none" },
  ERR_DEVICE_LIMIT: {
    concerns: "device",
    retry: "after-change",
    pinChange: "none",
    http: { status: 409, fromSolaris: true },
  },
  ERR_DEVICE_REFUSED: {
    concerns: "device",
    retry: "after-change",
    pinChange: "not-changed",
    http: { status: 403, fromSolaris: true },
  },
  ERR_DEVICE_REMOVED: { concerns: "device", retry: "after-change", pinChange: "not-changed" },
  ERR_DEVICE_UNCONFIRMED: { concerns: "device", retry: "after-change", pinChange: "not-changed" },
  ERR_PROTECTION_REFUSED: {
    concerns: "device",
    retry: "no",
    pinChange: "none",
    http: {
      status: 403,
      fromSolaris: false,
    },
  },

  ERR_TOKEN_PIN_WRONG: { ...ofToken, field: "token-pin" },
  ERR_TOKEN_PIN_LENGTH: { ...ofToken, field: "token-pin" },
  ERR_TOKEN_LAST_TRY: { ...ofToken, field: "token-pin" },
  ERR_TOKEN_LOCKED: ofToken,
  ERR_TOKEN_MISSING: ofToken,
  ERR_TOKEN_AMBIGUOUS: ofToken,
  ERR_TOKEN_SILENT: { ...ofToken, retry: "at-once" },
  ERR_TOKEN_KEY_MISSING: ofToken,
  ERR_TOKEN_KEY_OTHER: ofToken,
  ERR_TOKEN_UNUSABLE: { ...ofToken, retry: "no" },
  ERR_TOKEN_MODULE: { ...ofToken, retry: "no" },
  ERR_TOKEN_FAILED: { ...ofToken, retry: "at-once" },

  ERR_DEVICE_KEY_CONFLICT: {
    saidAs: "ERR_REFUSED",
    http: { status: 409, fromSolaris: true },
  },
  ERR_RESTRICTED_KEY_EXISTS: {
    saidAs: "ERR_DEVICE_REFUSED",
    http: {
      status: 409,
      fromSolaris: true,
    },
  },
} as const satisfies Record<`ERR_${string}`, ErrorEntry>;
