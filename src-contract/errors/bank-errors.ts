import type { ErrorEntry } from "./error-entry.ts";

/** What the bank or Solaris refuses or cannot do, for any request. */
export const bankErrors = {
  ERR_NOT_SIGNED_IN: {
    concerns: "bank",
    retry: "after-change",
    pinChange: "unknown",
    http: { status: 401, title: "The sign-in is missing or has ended.", fromSolaris: false },
  },
  ERR_BACKEND_ANSWER: { concerns: "bank", retry: "later", pinChange: "unknown" },
  ERR_SOLARIS_UNAVAILABLE: {
    concerns: "bank",
    retry: "later",
    pinChange: "not-changed",
    http: { status: 503, title: "Solaris cannot be reached or does not work at the moment.", fromSolaris: true },
  },
  ERR_TOO_MANY_REQUESTS: {
    concerns: "bank",
    retry: "after-wait",
    pinChange: "unknown",
    http: { status: 429, title: "Too many requests; wait before the next one.", fromSolaris: true },
  },
  ERR_NOT_FOUND: {
    concerns: "bank",
    retry: "no",
    pinChange: "unknown",
    http: { status: 404, title: "There is no such thing among what belongs to this customer.", fromSolaris: true },
  },
  ERR_REFUSED: {
    concerns: "bank",
    retry: "later",
    pinChange: "not-changed",
    http: { status: 422, title: "Solaris refused the request.", fromSolaris: true },
  },
  ERR_NOT_RECORDED: {
    concerns: "bank",
    retry: "later",
    pinChange: "unknown",
    http: {
      status: 503,
      title: "The request could not be recorded, so nothing was sent to Solaris.",
      fromSolaris: false,
    },
  },

  /** A newer backend's code that this program does not know, with a 4xx status. */
  ERR_UNKNOWN_REFUSAL: { saidAs: "ERR_REFUSED" },
  ERR_INVALID_REQUEST: {
    saidAs: "ERR_REFUSED",
    http: { status: 400, title: "The request does not have the form that this API describes.", fromSolaris: false },
  },
  ERR_OPERATION_UNKNOWN: {
    saidAs: "ERR_BACKEND_ANSWER",
    http: { status: 404, title: "This backend has no such operation.", fromSolaris: false },
  },
  ERR_NOT_READY: {
    saidAs: "ERR_BACKEND_ANSWER",
    http: { status: 503, title: "This instance takes no requests at the moment.", fromSolaris: false },
  },
  ERR_METHOD_NOT_ALLOWED: {
    saidAs: "ERR_BACKEND_ANSWER",
    http: { status: 405, title: "There is something at this address, but not for this method.", fromSolaris: false },
  },
  ERR_BACKEND_INTERNAL: {
    saidAs: "ERR_BACKEND_ANSWER",
    http: { status: 500, title: "An error on our side.", fromSolaris: false },
  },
} as const satisfies Record<`ERR_${string}`, ErrorEntry>;
