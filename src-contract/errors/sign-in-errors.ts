import type { ErrorEntry } from "./error-entry.ts";

/** Why a sign-in in the browser did not come to its end, and what a sign-in does not allow (docs/sign-in.md). */
export const signInErrors = {
  /** The cardholder gave it up in the window, or the computer's screen was locked, or it went to sleep. */
  ERR_SIGN_IN_CANCELLED: { concerns: "bank", retry: "at-once", pinChange: "none" },
  /** The provider says `access_denied`: cancelled on its page, or refused there. */
  ERR_SIGN_IN_DENIED: { concerns: "bank", retry: "at-once", pinChange: "none" },
  /** The browser did not come back in time. */
  ERR_SIGN_IN_EXPIRED: { concerns: "bank", retry: "at-once", pinChange: "none" },
  /** The provider cannot be reached, by this program or by the backend, or says that it does not work at the moment. */
  ERR_SIGN_IN_UNAVAILABLE: {
    concerns: "bank",
    retry: "later",
    pinChange: "unknown",
    http: { status: 503, fromSolaris: false },
  },
  /** The provider's answer does not belong to this sign-in, or is not what the standard asks for. */
  ERR_SIGN_IN_FAILED: { concerns: "bank", retry: "at-once", pinChange: "none" },
  /** This computer lets the program open no port for the browser's answer. */
  ERR_SIGN_IN_PORT: { concerns: "program", retry: "after-change", pinChange: "none" },
  /** Asked to sign in again, somebody else did. */
  ERR_SIGN_IN_OTHER_PERSON: { concerns: "bank", retry: "after-change", pinChange: "none" },
  /** Asked for a newer or stronger sign-in, the provider gave one that the bank does not take for this step. */
  ERR_SIGN_IN_TOO_WEAK: { concerns: "bank", retry: "after-change", pinChange: "none" },
  /** RFC 9470: this step needs a newer or stronger sign-in. */
  ERR_SIGN_IN_AGAIN: {
    concerns: "bank",
    retry: "after-change",
    pinChange: "not-changed",
    http: { status: 401, fromSolaris: false },
  },
  /** The sign-in is valid, but belongs to nobody whom this bank knows as a cardholder. */
  ERR_NO_CARDHOLDER: {
    concerns: "bank",
    retry: "after-change",
    pinChange: "unknown",
    http: {
      status: 403,
      fromSolaris: false,
    },
  },
} as const satisfies Record<`ERR_${string}`, ErrorEntry>;
