import type { ErrorCode } from "../../src-contract/errors/error-codes.ts";
import { AppError } from "../app-error.ts";

/**
 * A failed call to the backend. `arrival` says what is known: `answered` by the backend with a problem, whose code this
 * error has; `never-sent`, because no connection was made; or `unclear`: the backend may have carried it out.
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

/** Whether the backend refused with a code that this program knows. Only then is it certain what was not done. */
export function isKnownRefusal({ arrival, code }: BackendError): boolean {
  return arrival === "answered" && code !== "ERR_UNKNOWN_REFUSAL";
}
