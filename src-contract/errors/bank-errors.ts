import type { ErrorEntry } from "./error-entry.ts";

/** What the bank or Solaris refuses or cannot do, for any request. */
export const bankErrors = {
  ERR_NOT_SIGNED_IN: {
    concerns: "bank",
    retry: "after-change",
    pinChange: "unknown",
    http: { status: 401, fromSolaris: false },
  },
  ERR_BACKEND_ANSWER: { concerns: "bank", retry: "later", pinChange: "unknown" },
  ERR_SOLARIS_UNAVAILABLE: {
    concerns: "bank",
    retry: "later",
    pinChange: "not-changed",
    http: { status: 503, fromSolaris: true },
  },
  ERR_TOO_MANY_REQUESTS: {
    concerns: "bank",
    retry: "after-wait",
    pinChange: "unknown",
    http: { status: 429, fromSolaris: true },
  },
  ERR_NOT_FOUND: {
    concerns: "bank",
    retry: "no",
    pinChange: "unknown",
    http: { status: 404, fromSolaris: true },
  },
  ERR_REFUSED: {
    concerns: "bank",
    retry: "later",
    pinChange: "not-changed",
    http: { status: 422, fromSolaris: true },
  },
  ERR_NOT_RECORDED: {
    concerns: "bank",
    retry: "later",
    pinChange: "unknown",
    http: {
      status: 503,
      fromSolaris: false,
    },
  },

  /** Device data came without a consent that counts, or is not wanted: the same request without it may be taken. */
  ERR_DEVICE_CONSENT_MISSING: {
    concerns: "bank",
    retry: "after-change",
    pinChange: "not-changed",
    http: { status: 403, fromSolaris: false },
  },
  /** The bank's policy takes no request of a device without device data. */
  ERR_DEVICE_DATA_REQUIRED: {
    concerns: "bank",
    retry: "after-change",
    pinChange: "not-changed",
    http: { status: 403, fromSolaris: false },
  },

  /** A newer backend's code that this program does not know, with a 4xx status. */
  ERR_UNKNOWN_REFUSAL: { saidAs: "ERR_REFUSED" },
  ERR_INVALID_REQUEST: {
    saidAs: "ERR_REFUSED",
    http: { status: 400, fromSolaris: false },
  },
  ERR_OPERATION_UNKNOWN: {
    saidAs: "ERR_BACKEND_ANSWER",
    http: { status: 404, fromSolaris: false },
  },
  ERR_NOT_READY: {
    saidAs: "ERR_BACKEND_ANSWER",
    http: { status: 503, fromSolaris: false },
  },
  ERR_METHOD_NOT_ALLOWED: {
    saidAs: "ERR_BACKEND_ANSWER",
    http: { status: 405, fromSolaris: false },
  },
  ERR_BACKEND_INTERNAL: {
    saidAs: "ERR_BACKEND_ANSWER",
    http: { status: 500, fromSolaris: false },
  },
} as const satisfies Record<`ERR_${string}`, ErrorEntry>;
