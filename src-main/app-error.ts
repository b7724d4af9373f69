import type { ErrorCode } from "../src-contract/errors/error-codes.ts";
import type { Failure, FailureDetails } from "../src-contract/errors/result.ts";

type Details = { readonly [Name in keyof FailureDetails]: FailureDetails[Name] | undefined };

/** A failure with one of our codes. Its message is for developers and never crosses the bridge. */
export class AppError extends Error {
  readonly code: ErrorCode;
  /** What crosses the bridge besides the code. */
  readonly details: FailureDetails;

  constructor(code: ErrorCode, options: Details & { readonly cause?: unknown } = {}) {
    const { cause, supportId, attemptsLeft, retryAfterMs, folder, triesLeft } = options;
    super(code, { cause });
    this.name = "AppError";
    this.code = code;
    this.details = {
      ...(supportId !== undefined && { supportId }),
      ...(attemptsLeft !== undefined && { attemptsLeft }),
      ...(retryAfterMs !== undefined && { retryAfterMs }),
      ...(folder !== undefined && { folder }),
      ...(triesLeft !== undefined && { triesLeft }),
    };
  }
}

/** Turns anything thrown into the value that crosses the bridge: a known code, or `ERR_INTERNAL` without its text. */
export function toFailure(error: unknown): Failure {
  if (!(error instanceof AppError)) return { ok: false, code: "ERR_INTERNAL" };
  return { ok: false, code: error.code, ...error.details };
}
