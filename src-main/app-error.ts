import type { ErrorCode } from "../src-contract/errors/error-codes.ts";
import type { Failure, FailureDetails } from "../src-contract/errors/result.ts";

type Details = { readonly [Name in keyof FailureDetails]: FailureDetails[Name] | undefined };

/** A failure with a code of ours. Its message is for the code's reader only and crosses no border. */
export class AppError extends Error {
  readonly code: ErrorCode;
  /** What crosses the bridge beside the code. */
  readonly details: FailureDetails;

  constructor(code: ErrorCode, options: Details & { readonly cause?: unknown } = {}) {
    const { cause, supportId, attemptsLeft, retryAfterMs, folder } = options;
    super(code, { cause });
    this.name = "AppError";
    this.code = code;
    this.details = {
      ...(supportId !== undefined && { supportId }),
      ...(attemptsLeft !== undefined && { attemptsLeft }),
      ...(retryAfterMs !== undefined && { retryAfterMs }),
      ...(folder !== undefined && { folder }),
    };
  }
}

/** Any thrown thing as the value that crosses the bridge: a known code, or `ERR_INTERNAL` with nothing of its text. */
export function toFailure(error: unknown): Failure {
  if (!(error instanceof AppError)) return { ok: false, code: "ERR_INTERNAL" };
  return { ok: false, code: error.code, ...error.details };
}
