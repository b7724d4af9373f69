import { errorCatalogue } from "./error-catalogue.ts";
import type { ProblemCode } from "./error-codes.ts";
import type { HttpAnswer } from "./error-entry.ts";

/**
 * What the backend says of a code in English, to who reads a problem (RFC 9457 §3.1.4). Apart from the catalogue, because the
 * window has its own words, and would load these too.
 */
const titles: Readonly<Record<ProblemCode, string>> = {
  ERR_NOT_SIGNED_IN: "The sign-in is missing or has ended.",
  ERR_SOLARIS_UNAVAILABLE: "Solaris cannot be reached or does not work at the moment.",
  ERR_TOO_MANY_REQUESTS: "Too many requests; wait before the next one.",
  ERR_NOT_FOUND: "There is no such thing among what belongs to this customer.",
  ERR_REFUSED: "Solaris refused the request.",
  ERR_NOT_RECORDED: "The request could not be recorded, so nothing was sent to Solaris.",
  ERR_DEVICE_CONSENT_MISSING: "Device data is taken only under a consent that counts, and where the policy takes any.",
  ERR_DEVICE_DATA_REQUIRED: "The partner's policy takes this request only with device data.",
  ERR_INVALID_REQUEST: "The request does not have the form that this API describes.",
  ERR_OPERATION_UNKNOWN: "This backend has no such operation.",
  ERR_NOT_READY: "This instance takes no requests at the moment.",
  ERR_METHOD_NOT_ALLOWED: "There is something at this address, but not for this method.",
  ERR_BACKEND_INTERNAL: "An error on our side.",
  ERR_SIGN_IN_UNAVAILABLE: "The identity provider cannot be reached at the moment.",
  ERR_SIGN_IN_AGAIN: "This step needs a newer or stronger sign-in.",
  ERR_NO_CARDHOLDER: "The sign-in is valid, but belongs to no cardholder of this bank.",
  ERR_DEVICE_LIMIT: "The customer has as many bound devices as Solaris allows.",
  ERR_DEVICE_REFUSED: "Solaris did not accept the device or its signature.",
  ERR_PROTECTION_REFUSED: "The partner's policy does not accept how this device keeps its key.",
  ERR_DEVICE_KEY_CONFLICT: "This public key is registered already.",
  ERR_RESTRICTED_KEY_EXISTS: "The device has its restricted key; another one needs a new binding.",
  ERR_NO_MOBILE_NUMBER: "The customer has no mobile number that a code can be sent to.",
  ERR_CODE_REFUSED: "The one-time code is not the one that was sent.",
  ERR_CODE_EXPIRED: "The one-time code's challenge has ended or is unknown.",
  ERR_ACTIVATION_CODE_EXISTS: "A letter with an activation code was sent already, and its code still counts.",
  ERR_TAN_REFUSED: "The TAN is not the one that was sent.",
  ERR_CHANGE_REQUEST_ENDED: "The change request has expired, was tried too often, or is unknown.",
  ERR_PIN_REFUSED: "The new PIN breaks the card issuer's rules.",
  ERR_PIN_KEY_OUTDATED: "The PIN was encrypted for a key that is no longer in use.",
  ERR_ENCRYPTION_REFUSED: "Solaris could not decrypt the PIN.",
  ERR_ROUTE_REFUSED: "The partner's policy does not offer this way of changing a PIN.",
  ERR_PIN_CHANGE_IN_PROGRESS: "This PIN change is being carried out.",
  ERR_PIN_CHANGE_CLOSED: "This PIN change was closed; nothing is carried out under its id.",
  ERR_CARD_NOT_ELIGIBLE: "The card's status does not allow a new PIN.",
  ERR_REQUEST_ID_REUSED: "This request id was used before with another content.",
  ERR_ATTEMPT_REFUSED: "A second attempt is accepted only when the first was refused for its key.",
  ERR_PIN_CHANGE_OUTCOME_UNKNOWN: "The PIN change was sent, and no clear answer came back.",
};

/** How the backend answers a code: status and title as RFC 9457 §3.1 has them. */
export function httpAnswer(code: ProblemCode): Pick<HttpAnswer, "status"> & { readonly title: string } {
  return { status: errorCatalogue[code].http.status, title: titles[code] };
}
