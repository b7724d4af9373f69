import { z } from "zod";

/**
 * Every code that an error answer of this backend can carry. Stable: an app in the field switches on them.
 * `docs`: what each means is said once, in the titles of `problemCatalogue`.
 */
export const problemCodes = [
  "unauthenticated",
  "invalid_request",
  "not_found",
  "no_mobile_number",
  "device_limit_reached",
  "device_key_conflict",
  "code_refused",
  "code_expired",
  "device_refused",
  "protection_refused",
  "restricted_key_exists",
  "pin_refused",
  "pin_key_outdated",
  "encryption_refused",
  "card_not_eligible",
  "too_many_requests",
  "refused",
  "route_refused",
  "tan_refused",
  "change_request_ended",
  "request_id_reused",
  "attempt_refused",
  "pin_change_in_progress",
  "pin_change_closed",
  "not_recorded",
  "pin_change_outcome_unknown",
  "solaris_unavailable",
  "internal",
] as const;

export const problemCode = z.enum(problemCodes);
export type ProblemCode = z.infer<typeof problemCode>;

/** Status and title of each problem (RFC 9457 §3.1): the one place where they are chosen. */
export const problemCatalogue: Record<ProblemCode, { status: number; title: string }> = {
  unauthenticated: { status: 401, title: "The sign-in is missing or has ended." },
  invalid_request: { status: 400, title: "The request does not have the form that this API describes." },
  not_found: { status: 404, title: "There is no such thing among what belongs to this customer." },
  no_mobile_number: { status: 409, title: "The customer has no mobile number that a code can be sent to." },
  device_limit_reached: { status: 409, title: "The customer has as many bound devices as Solaris allows." },
  device_key_conflict: { status: 409, title: "This public key is registered already." },
  code_refused: { status: 403, title: "The one-time code is not the one that was sent." },
  code_expired: { status: 410, title: "The one-time code's challenge has ended or is unknown." },
  device_refused: { status: 403, title: "Solaris did not accept the device or its signature." },
  protection_refused: { status: 403, title: "The partner's policy does not accept how this device keeps its key." },
  restricted_key_exists: { status: 409, title: "The device has its restricted key; another one needs a new binding." },
  pin_refused: { status: 422, title: "The new PIN breaks the card issuer's rules." },
  pin_key_outdated: { status: 409, title: "The PIN was encrypted for a key that is no longer in use." },
  encryption_refused: { status: 422, title: "Solaris could not decrypt the PIN." },
  card_not_eligible: { status: 409, title: "The card's status does not allow a new PIN." },
  too_many_requests: { status: 429, title: "Too many requests; wait before the next one." },
  refused: { status: 422, title: "Solaris refused the request." },
  route_refused: { status: 403, title: "The partner's policy does not offer this way of changing a PIN." },
  tan_refused: { status: 403, title: "The TAN is not the one that was sent." },
  change_request_ended: { status: 410, title: "The change request has expired, was tried too often, or is unknown." },
  request_id_reused: { status: 409, title: "This request id was used before with another content." },
  attempt_refused: { status: 409, title: "A second attempt is accepted only when the first was refused for its key." },
  pin_change_in_progress: { status: 409, title: "This PIN change is being carried out." },
  pin_change_closed: { status: 409, title: "This PIN change was closed; nothing is carried out under its id." },
  not_recorded: { status: 503, title: "The request could not be recorded, so nothing was sent to Solaris." },
  pin_change_outcome_unknown: { status: 504, title: "The PIN change was sent, and no clear answer came back." },
  solaris_unavailable: { status: 503, title: "Solaris cannot be reached or does not work at the moment." },
  internal: { status: 500, title: "An error on our side." },
};

/** `application/problem+json` (RFC 9457) with our stable code, and Solaris' error id where Solaris named one. */
export const problem = z
  .object({
    type: z.string().describe("`urn:cardbound:problem:<code>`"),
    title: z.string(),
    status: z.int(),
    code: problemCode,
    detail: z.string().max(500).optional().describe("What Solaris or the validation said, without any secret."),
    solaris_error_id: z.string().max(128).optional().describe("The id that Solaris' support can look up."),
    retry_after_seconds: z.int().min(0).optional(),
  })
  .meta({ id: "Problem" });
export type Problem = z.infer<typeof problem>;
