import type { ErrorCode } from "../src-preload/contract/error-codes.ts";
import type { Failure } from "../src-preload/contract/result.ts";

/** A failure with a code of ours. Its message is for the code's reader only and crosses no border. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly supportId: string | undefined;

  constructor(code: ErrorCode, options: { cause?: unknown; supportId?: string | undefined } = {}) {
    super(code, { cause: options.cause });
    this.name = "AppError";
    this.code = code;
    this.supportId = options.supportId;
  }
}

/** Any thrown thing as the value that crosses the bridge: a known code, or `ERR_INTERNAL` with nothing of its text. */
export function toFailure(error: unknown): Failure {
  if (!(error instanceof AppError)) return { ok: false, code: "ERR_INTERNAL" };
  return { ok: false, code: error.code, ...(error.supportId === undefined ? {} : { supportId: error.supportId }) };
}
