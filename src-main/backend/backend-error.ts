import type { ProblemCode } from "../../src-backend/api/problem.ts";
import type { ErrorCode } from "../../src-preload/contract/error-codes.ts";
import { AppError } from "../errors.ts";

/**
 * A call to the backend that did not succeed. `arrival` says what is known of it: `answered` by the backend with a
 * problem, `never-sent` because no connection came about, or `unclear`: it may have been carried out.
 */
export class BackendError extends AppError {
  readonly arrival: "answered" | "never-sent" | "unclear";
  readonly problem: ProblemCode | undefined;

  constructor(
    code: ErrorCode,
    arrival: BackendError["arrival"],
    details: {
      problem?: ProblemCode;
      supportId?: string | undefined;
      retryAt?: string | undefined;
      cause?: unknown;
    } = {},
  ) {
    super(code, details);
    this.name = "BackendError";
    this.arrival = arrival;
    this.problem = details.problem;
  }
}

/** What each of the backend's problems is called in the app. */
export const codeOfProblem: Record<ProblemCode, ErrorCode> = {
  unauthenticated: "ERR_NOT_SIGNED_IN",
  invalid_request: "ERR_REFUSED",
  not_found: "ERR_NOT_FOUND",
  no_mobile_number: "ERR_NO_MOBILE_NUMBER",
  device_limit_reached: "ERR_DEVICE_LIMIT",
  device_key_conflict: "ERR_REFUSED",
  code_refused: "ERR_CODE_REFUSED",
  code_expired: "ERR_CODE_EXPIRED",
  device_refused: "ERR_DEVICE_REFUSED",
  protection_refused: "ERR_PROTECTION_REFUSED",
  restricted_key_exists: "ERR_DEVICE_REFUSED",
  pin_refused: "ERR_PIN_REFUSED",
  pin_key_outdated: "ERR_PIN_KEY_OUTDATED",
  encryption_refused: "ERR_ENCRYPTION_REFUSED",
  card_not_eligible: "ERR_CARD_NOT_ELIGIBLE",
  too_many_requests: "ERR_TOO_MANY_REQUESTS",
  refused: "ERR_REFUSED",
  route_refused: "ERR_ROUTE_REFUSED",
  tan_refused: "ERR_TAN_REFUSED",
  change_request_ended: "ERR_CHANGE_REQUEST_ENDED",
  request_id_reused: "ERR_REFUSED",
  attempt_refused: "ERR_REFUSED",
  pin_change_in_progress: "ERR_PIN_CHANGE_IN_PROGRESS",
  pin_change_closed: "ERR_PIN_CHANGE_CLOSED",
  not_recorded: "ERR_NOT_RECORDED",
  pin_change_outcome_unknown: "ERR_BACKEND_TIMEOUT",
  solaris_unavailable: "ERR_SOLARIS_UNAVAILABLE",
  internal: "ERR_BACKEND_ANSWER",
};
