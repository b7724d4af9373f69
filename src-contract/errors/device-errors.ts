import type { ErrorEntry } from "./error-entry.ts";

/** Errors of this computer: its keychain, and its device binding at Solaris. */
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
