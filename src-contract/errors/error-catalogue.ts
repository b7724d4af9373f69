/**
 * What is known of every error: the one place where a code is made and where its meaning is chosen. The window's texts
 * (`src-renderer/words/`), `docs/errors.md` and the backend's problem types come from it. Stable: support, documentation
 * and tests name the codes, an app in the field switches on the problem types.
 */

interface ErrorEntry {
  /** What it lies with. Leaving a failure that lies with the device leads to the screen that fits. */
  readonly concerns: "program" | "network" | "bank" | "device" | "keychain" | "passcode" | "code" | "pin" | "card";
  /**
   * Whether the same can succeed: `at-once`; `later`, where trying earlier does no harm; `after-wait`, before which it is
   * refused for certain; `after-change`, once something else was entered or done first; `no`, it would end the same way.
   */
  readonly retry: "at-once" | "later" | "after-wait" | "after-change" | "no";
  /**
   * What it says of a card PIN that is being changed. `not-changed`: it comes only where the PIN is as before. `unknown`:
   * it also comes where nobody knows, such as instead of an answer to what became of a change, so its text must claim
   * nothing and its screen says what is known. `none`: it does not come there.
   */
  readonly pinChange: "not-changed" | "unknown" | "none";
}

export const errorCatalogue = {
  ERR_INTERNAL: { concerns: "program", retry: "at-once", pinChange: "unknown" },
  ERR_UNTRUSTED_SENDER: { concerns: "program", retry: "no", pinChange: "unknown" },
  ERR_BAD_ARGUMENT: { concerns: "program", retry: "after-change", pinChange: "not-changed" },
  ERR_BUSY: { concerns: "program", retry: "at-once", pinChange: "unknown" },
  ERR_FOLDER_UNUSABLE: { concerns: "program", retry: "after-change", pinChange: "unknown" },
  ERR_TOO_MANY_CALLS: { concerns: "program", retry: "later", pinChange: "unknown" },
  ERR_JOURNAL: { concerns: "program", retry: "after-change", pinChange: "not-changed" },
  ERR_SETTINGS_NOT_KEPT: { concerns: "program", retry: "after-change", pinChange: "none" },
  ERR_REPORT_NOT_SAVED: { concerns: "program", retry: "after-change", pinChange: "none" },

  ERR_NO_NETWORK: { concerns: "network", retry: "after-change", pinChange: "unknown" },
  ERR_BACKEND_UNREACHABLE: { concerns: "network", retry: "at-once", pinChange: "unknown" },
  ERR_BACKEND_TIMEOUT: { concerns: "network", retry: "at-once", pinChange: "unknown" },
  ERR_NETWORK_SIGN_IN: { concerns: "network", retry: "after-change", pinChange: "unknown" },
  ERR_CONNECTION_NOT_TRUSTED: { concerns: "network", retry: "after-change", pinChange: "unknown" },
  ERR_CERTIFICATE_DATE: { concerns: "network", retry: "after-change", pinChange: "unknown" },
  ERR_PROXY_UNREACHABLE: { concerns: "network", retry: "after-change", pinChange: "unknown" },
  ERR_PROXY_REFUSED: { concerns: "network", retry: "at-once", pinChange: "unknown" },
  ERR_PROXY_PASSWORD: { concerns: "network", retry: "after-change", pinChange: "unknown" },
  ERR_PROXY_PASSWORD_WRONG: { concerns: "network", retry: "after-change", pinChange: "none" },
  ERR_PROXY_SIGN_IN: { concerns: "network", retry: "after-change", pinChange: "unknown" },

  ERR_NOT_SIGNED_IN: { concerns: "bank", retry: "after-change", pinChange: "unknown" },
  ERR_BACKEND_ANSWER: { concerns: "bank", retry: "later", pinChange: "unknown" },
  ERR_SOLARIS_UNAVAILABLE: { concerns: "bank", retry: "later", pinChange: "not-changed" },
  ERR_TOO_MANY_REQUESTS: { concerns: "bank", retry: "after-wait", pinChange: "unknown" },
  ERR_NOT_FOUND: { concerns: "bank", retry: "no", pinChange: "unknown" },
  ERR_REFUSED: { concerns: "bank", retry: "later", pinChange: "not-changed" },
  ERR_NOT_RECORDED: { concerns: "bank", retry: "later", pinChange: "unknown" },

  ERR_KEYCHAIN_LOCKED: { concerns: "keychain", retry: "after-change", pinChange: "not-changed" },
  ERR_KEYCHAIN_UNAVAILABLE: { concerns: "keychain", retry: "after-change", pinChange: "not-changed" },
  ERR_KEYCHAIN_SILENT: { concerns: "keychain", retry: "after-change", pinChange: "not-changed" },
  ERR_KEYCHAIN_UNREADABLE: { concerns: "keychain", retry: "no", pinChange: "not-changed" },

  ERR_KEYCHAIN_LOST: { concerns: "device", retry: "after-change", pinChange: "not-changed" },
  ERR_KEY_ERASED: { concerns: "device", retry: "after-change", pinChange: "not-changed" },
  ERR_NOT_BOUND: { concerns: "device", retry: "after-change", pinChange: "not-changed" },
  ERR_ALREADY_BOUND: { concerns: "device", retry: "no", pinChange: "none" },
  ERR_DEVICE_LIMIT: { concerns: "device", retry: "after-change", pinChange: "none" },
  ERR_DEVICE_REFUSED: { concerns: "device", retry: "after-change", pinChange: "not-changed" },
  ERR_DEVICE_REMOVED: { concerns: "device", retry: "after-change", pinChange: "not-changed" },
  ERR_DEVICE_UNCONFIRMED: { concerns: "device", retry: "after-change", pinChange: "not-changed" },
  ERR_PROTECTION_REFUSED: { concerns: "device", retry: "no", pinChange: "none" },

  ERR_PASSCODE_LENGTH: { concerns: "passcode", retry: "after-change", pinChange: "none" },
  ERR_PASSCODE_CHARACTERS: { concerns: "passcode", retry: "after-change", pinChange: "none" },
  ERR_PASSCODE_REPEATED: { concerns: "passcode", retry: "after-change", pinChange: "none" },
  ERR_PASSCODE_SEQUENCE: { concerns: "passcode", retry: "after-change", pinChange: "none" },
  ERR_PASSCODE_COMMON: { concerns: "passcode", retry: "after-change", pinChange: "none" },
  ERR_PASSCODE_WRONG: { concerns: "passcode", retry: "after-change", pinChange: "not-changed" },
  ERR_PASSCODE_NEEDED: { concerns: "passcode", retry: "after-change", pinChange: "not-changed" },

  ERR_NO_MOBILE_NUMBER: { concerns: "code", retry: "after-change", pinChange: "not-changed" },
  ERR_CODE_REFUSED: { concerns: "code", retry: "after-change", pinChange: "none" },
  ERR_CODE_EXPIRED: { concerns: "code", retry: "after-change", pinChange: "none" },
  ERR_TAN_REFUSED: { concerns: "code", retry: "after-change", pinChange: "not-changed" },
  ERR_CHANGE_REQUEST_ENDED: { concerns: "code", retry: "after-change", pinChange: "not-changed" },

  ERR_PIN_DIGITS: { concerns: "pin", retry: "after-change", pinChange: "not-changed" },
  ERR_PIN_SEQUENCE: { concerns: "pin", retry: "after-change", pinChange: "not-changed" },
  ERR_PIN_REPEATED: { concerns: "pin", retry: "after-change", pinChange: "not-changed" },
  ERR_PIN_GUESSABLE: { concerns: "pin", retry: "after-change", pinChange: "not-changed" },
  ERR_PIN_REFUSED: { concerns: "pin", retry: "after-change", pinChange: "not-changed" },
  ERR_PIN_KEY_INVALID: { concerns: "pin", retry: "no", pinChange: "not-changed" },
  ERR_PIN_KEY_OUTDATED: { concerns: "pin", retry: "at-once", pinChange: "not-changed" },
  ERR_ENCRYPTION_REFUSED: { concerns: "pin", retry: "at-once", pinChange: "not-changed" },
  ERR_ROUTE_REFUSED: { concerns: "pin", retry: "no", pinChange: "not-changed" },
  ERR_PIN_CHANGE_IN_PROGRESS: { concerns: "pin", retry: "after-wait", pinChange: "unknown" },
  ERR_PIN_CHANGE_CLOSED: { concerns: "pin", retry: "at-once", pinChange: "not-changed" },

  ERR_CARD_NOT_ELIGIBLE: { concerns: "card", retry: "no", pinChange: "not-changed" },
} as const satisfies Record<`ERR_${string}`, ErrorEntry>;

interface ProblemType {
  /** Status and title as RFC 9457 §3.1 has them. */
  readonly status: number;
  readonly title: string;
  /** What the app calls it. */
  readonly becomes: keyof typeof errorCatalogue;
  /** Solaris can be behind it, and its error id for support with it. */
  readonly fromSolaris: boolean;
}

/** The backend's problem types, each as `urn:cardbound:problem:<name>`. */
export const problemTypes = {
  unauthenticated: {
    status: 401,
    title: "The sign-in is missing or has ended.",
    becomes: "ERR_NOT_SIGNED_IN",
    fromSolaris: false,
  },
  invalid_request: {
    status: 400,
    title: "The request does not have the form that this API describes.",
    becomes: "ERR_REFUSED",
    fromSolaris: false,
  },
  not_found: {
    status: 404,
    title: "There is no such thing among what belongs to this customer.",
    becomes: "ERR_NOT_FOUND",
    fromSolaris: true,
  },
  no_mobile_number: {
    status: 409,
    title: "The customer has no mobile number that a code can be sent to.",
    becomes: "ERR_NO_MOBILE_NUMBER",
    fromSolaris: true,
  },
  device_limit_reached: {
    status: 409,
    title: "The customer has as many bound devices as Solaris allows.",
    becomes: "ERR_DEVICE_LIMIT",
    fromSolaris: true,
  },
  device_key_conflict: {
    status: 409,
    title: "This public key is registered already.",
    becomes: "ERR_REFUSED",
    fromSolaris: true,
  },
  code_refused: {
    status: 403,
    title: "The one-time code is not the one that was sent.",
    becomes: "ERR_CODE_REFUSED",
    fromSolaris: true,
  },
  code_expired: {
    status: 410,
    title: "The one-time code's challenge has ended or is unknown.",
    becomes: "ERR_CODE_EXPIRED",
    fromSolaris: true,
  },
  device_refused: {
    status: 403,
    title: "Solaris did not accept the device or its signature.",
    becomes: "ERR_DEVICE_REFUSED",
    fromSolaris: true,
  },
  protection_refused: {
    status: 403,
    title: "The partner's policy does not accept how this device keeps its key.",
    becomes: "ERR_PROTECTION_REFUSED",
    fromSolaris: false,
  },
  restricted_key_exists: {
    status: 409,
    title: "The device has its restricted key; another one needs a new binding.",
    becomes: "ERR_DEVICE_REFUSED",
    fromSolaris: true,
  },
  pin_refused: {
    status: 422,
    title: "The new PIN breaks the card issuer's rules.",
    becomes: "ERR_PIN_REFUSED",
    fromSolaris: true,
  },
  pin_key_outdated: {
    status: 409,
    title: "The PIN was encrypted for a key that is no longer in use.",
    becomes: "ERR_PIN_KEY_OUTDATED",
    fromSolaris: true,
  },
  encryption_refused: {
    status: 422,
    title: "Solaris could not decrypt the PIN.",
    becomes: "ERR_ENCRYPTION_REFUSED",
    fromSolaris: true,
  },
  card_not_eligible: {
    status: 409,
    title: "The card's status does not allow a new PIN.",
    becomes: "ERR_CARD_NOT_ELIGIBLE",
    fromSolaris: true,
  },
  too_many_requests: {
    status: 429,
    title: "Too many requests; wait before the next one.",
    becomes: "ERR_TOO_MANY_REQUESTS",
    fromSolaris: true,
  },
  refused: {
    status: 422,
    title: "Solaris refused the request.",
    becomes: "ERR_REFUSED",
    fromSolaris: true,
  },
  route_refused: {
    status: 403,
    title: "The partner's policy does not offer this way of changing a PIN.",
    becomes: "ERR_ROUTE_REFUSED",
    fromSolaris: false,
  },
  tan_refused: {
    status: 403,
    title: "The TAN is not the one that was sent.",
    becomes: "ERR_TAN_REFUSED",
    fromSolaris: true,
  },
  change_request_ended: {
    status: 410,
    title: "The change request has expired, was tried too often, or is unknown.",
    becomes: "ERR_CHANGE_REQUEST_ENDED",
    fromSolaris: true,
  },
  request_id_reused: {
    status: 409,
    title: "This request id was used before with another content.",
    becomes: "ERR_REFUSED",
    fromSolaris: false,
  },
  attempt_refused: {
    status: 409,
    title: "A second attempt is accepted only when the first was refused for its key.",
    becomes: "ERR_REFUSED",
    fromSolaris: false,
  },
  pin_change_in_progress: {
    status: 409,
    title: "This PIN change is being carried out.",
    becomes: "ERR_PIN_CHANGE_IN_PROGRESS",
    fromSolaris: false,
  },
  pin_change_closed: {
    status: 409,
    title: "This PIN change was closed; nothing is carried out under its id.",
    becomes: "ERR_PIN_CHANGE_CLOSED",
    fromSolaris: false,
  },
  not_recorded: {
    status: 503,
    title: "The request could not be recorded, so nothing was sent to Solaris.",
    becomes: "ERR_NOT_RECORDED",
    fromSolaris: false,
  },
  pin_change_outcome_unknown: {
    status: 504,
    title: "The PIN change was sent, and no clear answer came back.",
    becomes: "ERR_BACKEND_TIMEOUT",
    fromSolaris: true,
  },
  solaris_unavailable: {
    status: 503,
    title: "Solaris cannot be reached or does not work at the moment.",
    becomes: "ERR_SOLARIS_UNAVAILABLE",
    fromSolaris: true,
  },
  operation_unknown: {
    status: 404,
    title: "This backend has no such operation.",
    becomes: "ERR_BACKEND_ANSWER",
    fromSolaris: false,
  },
  internal: {
    status: 500,
    title: "An error on our side.",
    becomes: "ERR_BACKEND_ANSWER",
    fromSolaris: false,
  },
} as const satisfies Record<string, ProblemType>;

export type ProblemCode = keyof typeof problemTypes;
/** The problems that can come with Solaris' error id. */
export type SolarisProblemCode = {
  [Code in ProblemCode]: (typeof problemTypes)[Code]["fromSolaris"] extends true ? Code : never;
}[ProblemCode];
