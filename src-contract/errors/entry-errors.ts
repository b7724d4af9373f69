import type { ErrorEntry } from "./error-entry.ts";

/** Errors of what was entered: the device passcode, or a one-time code. */
export const entryErrors = {
  ERR_PASSCODE_LENGTH: { concerns: "passcode", retry: "after-change", pinChange: "none" },
  ERR_PASSCODE_CHARACTERS: { concerns: "passcode", retry: "after-change", pinChange: "none" },
  ERR_PASSCODE_REPEATED: { concerns: "passcode", retry: "after-change", pinChange: "none" },
  ERR_PASSCODE_SEQUENCE: { concerns: "passcode", retry: "after-change", pinChange: "none" },
  ERR_PASSCODE_COMMON: { concerns: "passcode", retry: "after-change", pinChange: "none" },
  ERR_PASSCODE_WRONG: { concerns: "passcode", field: "passcode", retry: "after-change", pinChange: "not-changed" },
  ERR_PASSCODE_NEEDED: { concerns: "passcode", retry: "after-change", pinChange: "not-changed" },
  ERR_NO_MOBILE_NUMBER: {
    concerns: "code",
    retry: "after-change",
    pinChange: "not-changed",
    http: { status: 409, fromSolaris: true },
  },
  ERR_CODE_REFUSED: {
    concerns: "code",
    field: "code",
    retry: "after-change",
    pinChange: "none",
    http: { status: 403, fromSolaris: true },
  },
  ERR_CODE_EXPIRED: {
    concerns: "code",
    retry: "after-change",
    pinChange: "none",
    http: { status: 410, fromSolaris: true },
  },
  /** A letter was asked for, and its code still counts. */
  ERR_ACTIVATION_CODE_EXISTS: {
    concerns: "code",
    retry: "after-change",
    pinChange: "none",
    http: { status: 409, fromSolaris: true },
  },
  ERR_TAN_REFUSED: {
    concerns: "code",
    field: "code",
    retry: "after-change",
    pinChange: "not-changed",
    http: { status: 403, fromSolaris: true },
  },
  ERR_CHANGE_REQUEST_ENDED: {
    concerns: "code",
    retry: "after-change",
    pinChange: "not-changed",
    http: {
      status: 410,
      fromSolaris: true,
    },
  },
} as const satisfies Record<`ERR_${string}`, ErrorEntry>;
