import type { ErrorCode } from "../../src-contract/errors/error-codes.ts";
import { AppError } from "../app-error.ts";

/**
 * A call to the backend that did not succeed. `arrival` says what is known of it: `answered` by the backend with a
 * problem, whose code it has; `never-sent` because no connection came about; or `unclear`: it may have been carried out.
 */
export class BackendError extends AppError {
  readonly arrival: "answered" | "never-sent" | "unclear";

  constructor(
    code: ErrorCode,
    arrival: BackendError["arrival"],
    details: {
      supportId?: string | undefined;
      retryAfterMs?: number | undefined;
      cause?: unknown;
    } = {},
  ) {
    super(code, details);
    this.name = "BackendError";
    this.arrival = arrival;
  }
}

/** Whether the backend said why not, in a code that this program knows. Only then is it certain what was not done. */
export function isKnownRefusal({ arrival, code }: BackendError): boolean {
  return arrival === "answered" && code !== "ERR_UNKNOWN_REFUSAL";
}
