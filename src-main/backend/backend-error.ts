import type { ProblemCode } from "../../src-contract/api/problem-schema.ts";
import type { ErrorCode } from "../../src-contract/errors/error-codes.ts";
import { AppError } from "../app-error.ts";

/**
 * A call to the backend that did not succeed. `arrival` says what is known of it: `answered` by the backend with a
 * problem, `never-sent` because no connection came about, or `unclear`: it may have been carried out. Without a
 * `problem` the backend answered one that only a later backend knows.
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
      retryAfterMs?: number | undefined;
      cause?: unknown;
    } = {},
  ) {
    super(code, details);
    this.name = "BackendError";
    this.arrival = arrival;
    this.problem = details.problem;
  }
}

/** Whether the backend said why not, in a code that this program knows. Only then is it certain what was not done. */
export function isKnownRefusal({ arrival, problem }: BackendError): boolean {
  return arrival === "answered" && problem !== undefined;
}
