import { z } from "zod";
import { isProblemCode } from "../../src-contract/errors/error-codes.ts";
import { supportIds, waitSeconds } from "./backend-answers.ts";
import { BackendError } from "./backend-error.ts";

/**
 * A problem of the backend's. Its type says which one, and that it is the backend's at all (RFC 9457 §3.1.1): many a
 * gateway answers a `code`, and whatever stands there says nothing of a device. All else only decorates.
 */
const backendProblem = z.object({
  type: z.string().regex(/^urn:cardbound:error:ERR_[A-Z0-9_]{1,64}$/),
  solaris_error_id: supportIds,
  retry_after_seconds: waitSeconds,
});

export function isBackendProblem(json: unknown): boolean {
  return backendProblem.safeParse(json).success;
}

/**
 * What an answer means that is no success.
 * @param status of HTTP
 * @returns null where it is not the backend's: then it says nothing of what was done
 */
export function problemError(status: number, json: unknown): BackendError | null {
  const parsed = backendProblem.safeParse(json);
  if (!parsed.success) return null;
  const { type, solaris_error_id: supportId, retry_after_seconds: seconds } = parsed.data;
  const retryAfterMs = seconds === null ? undefined : seconds * 1000;
  const said = { supportId, retryAfterMs };
  const code = type.slice(type.lastIndexOf(":") + 1);
  // A later backend's: its status still says whether it is a refusal (RFC 9110 §15.5).
  if (!isProblemCode(code) && isRefusal(status)) return new BackendError("ERR_UNKNOWN_REFUSAL", "answered", said);
  if (!isProblemCode(code)) return new BackendError("ERR_BACKEND_ANSWER", "unclear", said);
  const isUnclear = code === "ERR_BACKEND_INTERNAL" || code === "ERR_PIN_CHANGE_OUTCOME_UNKNOWN";
  return new BackendError(code, isUnclear ? "unclear" : "answered", said);
}

function isRefusal(status: number): boolean {
  return status >= 400 && status < 500;
}
