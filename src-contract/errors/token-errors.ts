import type { ErrorEntry } from "./error-entry.ts";

/** Errors of a token that keeps this computer's key (docs/hardware-key.md). */
export const tokenErrors = {
  ERR_TOKEN_PIN_WRONG: { concerns: "passcode", field: "token-pin", retry: "after-change", pinChange: "not-changed" },
  ERR_TOKEN_PIN_LENGTH: { concerns: "passcode", field: "token-pin", retry: "after-change", pinChange: "not-changed" },
  ERR_TOKEN_LOCKED: { concerns: "passcode", retry: "after-change", pinChange: "not-changed" },
  ERR_TOKEN_MISSING: { concerns: "passcode", retry: "after-change", pinChange: "not-changed" },
  ERR_TOKEN_AMBIGUOUS: { concerns: "passcode", retry: "after-change", pinChange: "not-changed" },
  ERR_TOKEN_SILENT: { concerns: "passcode", retry: "at-once", pinChange: "not-changed" },
  ERR_TOKEN_KEY_MISSING: { concerns: "passcode", retry: "after-change", pinChange: "not-changed" },
  ERR_TOKEN_UNUSABLE: { concerns: "passcode", retry: "no", pinChange: "not-changed" },
  ERR_TOKEN_MODULE: { concerns: "passcode", retry: "no", pinChange: "not-changed" },
  ERR_TOKEN_FAILED: { concerns: "passcode", retry: "at-once", pinChange: "not-changed" },
} as const satisfies Record<`ERR_${string}`, ErrorEntry>;
