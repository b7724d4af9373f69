import type { ErrorEntry } from "./error-entry.ts";

/** Errors of the card PIN, its change, and the card. */
export const pinErrors = {
  ERR_PIN_DIGITS: { concerns: "pin", retry: "after-change", pinChange: "not-changed" },
  ERR_PIN_SEQUENCE: { concerns: "pin", retry: "after-change", pinChange: "not-changed" },
  ERR_PIN_REPEATED: { concerns: "pin", retry: "after-change", pinChange: "not-changed" },
  ERR_PIN_GUESSABLE: { concerns: "pin", retry: "after-change", pinChange: "not-changed" },
  ERR_PIN_REFUSED: {
    concerns: "pin",
    retry: "after-change",
    pinChange: "not-changed",
    http: { status: 422, fromSolaris: true },
  },
  /** The sign-in had ended before the PIN was encrypted: main keeps no PIN that is not. */
  ERR_PIN_NOT_KEPT: { concerns: "bank", retry: "after-change", pinChange: "not-changed" },
  ERR_PIN_KEY_INVALID: { concerns: "pin", retry: "no", pinChange: "not-changed" },
  ERR_PIN_KEY_OUTDATED: {
    concerns: "pin",
    retry: "at-once",
    pinChange: "not-changed",
    http: { status: 409, fromSolaris: true },
  },
  ERR_ENCRYPTION_REFUSED: {
    concerns: "pin",
    retry: "at-once",
    pinChange: "not-changed",
    http: { status: 422, fromSolaris: true },
  },
  ERR_ROUTE_REFUSED: {
    concerns: "pin",
    retry: "no",
    pinChange: "not-changed",
    http: { status: 403, fromSolaris: false },
  },
  ERR_PIN_CHANGE_IN_PROGRESS: {
    concerns: "pin",
    retry: "after-wait",
    pinChange: "unknown",
    http: { status: 409, fromSolaris: false },
  },
  ERR_PIN_CHANGE_CLOSED: {
    concerns: "pin",
    retry: "at-once",
    pinChange: "not-changed",
    http: {
      status: 409,
      fromSolaris: false,
    },
  },
  ERR_CARD_NOT_ELIGIBLE: {
    concerns: "card",
    retry: "no",
    pinChange: "not-changed",
    http: { status: 409, fromSolaris: true },
  },

  ERR_REQUEST_ID_REUSED: {
    saidAs: "ERR_REFUSED",
    http: { status: 409, fromSolaris: false },
  },
  ERR_ATTEMPT_REFUSED: {
    saidAs: "ERR_REFUSED",
    http: {
      status: 409,
      fromSolaris: false,
    },
  },
  ERR_PIN_CHANGE_OUTCOME_UNKNOWN: {
    saidAs: "ERR_BACKEND_TIMEOUT",
    http: { status: 504, fromSolaris: true },
  },
} as const satisfies Record<`ERR_${string}`, ErrorEntry>;
