import { z } from "zod";
import { isProblemCode } from "../../src-contract/errors/error-codes.ts";
import { codeOfType } from "../../src-contract/errors/problem-type.ts";
import { supportIds, waitSeconds } from "./backend-answers.ts";
import { BackendError } from "./backend-error.ts";

/**
 * A problem from the backend. Its type says which one, and that it comes from the backend at all (RFC 9457 §3.1.1): gateways
 * also answer a `code`, and theirs says nothing about a device. The other fields only describe.
 */
const backendProblem = z.object({
  type: z.string().transform(codeOfType).pipe(z.string()),
  solaris_error_id: supportIds,
  retry_after_seconds: waitSeconds,
});

export function isBackendProblem(json: unknown): boolean {
  return backendProblem.safeParse(json).success;
}

/**
 * What an unsuccessful answer means.
 * @param status the HTTP status
 * @returns null if it does not come from the backend: then nothing is known of what was done
 */
export function problemError(status: number, json: unknown): BackendError | null {
  const parsed = backendProblem.safeParse(json);
  if (!parsed.success) return null;
  const { type: code, solaris_error_id: supportId, retry_after_seconds: seconds } = parsed.data;
  const retryAfterMs = seconds === null ? undefined : seconds * 1000;
  const said = { supportId, retryAfterMs };
  // A newer backend's code: the status still says whether it is a refusal (RFC 9110 §15.5).
  if (!isProblemCode(code) && isRefusal(status)) return new BackendError("ERR_UNKNOWN_REFUSAL", "answered", said);
  if (!isProblemCode(code)) return new BackendError("ERR_BACKEND_ANSWER", "unclear", said);
  const isUnclear = code === "ERR_BACKEND_INTERNAL" || code === "ERR_PIN_CHANGE_OUTCOME_UNKNOWN";
  return new BackendError(code, isUnclear ? "unclear" : "answered", said);
}

function isRefusal(status: number): boolean {
  return status >= 400 && status < 500;
}
