import type { Problem } from "../../src-contract/api/problem-schema.ts";
import type { ProblemCode } from "../../src-contract/errors/error-codes.ts";
import { httpAnswer } from "../../src-contract/errors/http-answers.ts";
import { problemType } from "../../src-contract/errors/problem-type.ts";

export interface ProblemFields {
  readonly detail?: string | undefined;
  readonly solarisErrorId?: string | undefined;
  readonly retryAfterSeconds?: number | undefined;
  /** Of a 401: its `WWW-Authenticate` (RFC 9110 §11.6.1). Not in the problem itself. */
  readonly challenge?: string | undefined;
}

/** Thrown by a use case that fails; becomes the answer. */
export class ProblemError extends Error {
  override readonly name: string = "ProblemError";
  readonly code: ProblemCode;
  readonly fields: ProblemFields;

  constructor(code: ProblemCode, fields: ProblemFields = {}) {
    super(code);
    this.code = code;
    this.fields = fields;
  }
}

/** Writes a problem in the form of RFC 9457 §3.1. @param requestId of the request that has it */
export function describeProblem(code: ProblemCode, requestId: string, fields: ProblemFields = {}): Problem {
  const { detail, solarisErrorId, retryAfterSeconds } = fields;
  return {
    type: problemType(code),
    ...httpAnswer(code),
    code,
    instance: `urn:uuid:${requestId}`,
    ...(detail !== undefined && { detail }),
    ...(solarisErrorId !== undefined && { solaris_error_id: solarisErrorId }),
    ...(retryAfterSeconds !== undefined && { retry_after_seconds: retryAfterSeconds }),
  };
}
