import { ProblemError } from "../http/problem-error.ts";
import { solarisConfirmation } from "./answers.ts";
import { readSolarisError } from "./error-shapes.ts";
import { problemOfError } from "./error-table.ts";
import type { HttpReply } from "./exchange.ts";

export type ConfirmationEnd =
  | { readonly end: "changed"; readonly problem: null }
  | { readonly end: "refused" | "unknown"; readonly problem: ProblemError };

/**
 * What a 2xx to a confirmation says of the PIN (solaris-api §3b). It has the change's own status in it, and may say that
 * the change failed; where it says neither, it is not known.
 */
export function readConfirmation(reply: HttpReply): ConfirmationEnd {
  const parsed = solarisConfirmation.safeParse(reply.json);
  if (!parsed.success) return unknown();
  const { status, response_code: code, response_body: json } = parsed.data;
  const isRefusal = typeof code === "number" && code >= 400 && code < 500;
  if (status === "FAILED" || isRefusal) {
    // What was wrong with the PIN is in the words of its own endpoint. Of those that say nothing, `refused` is left.
    const error = readSolarisError({ status: 422, headers: {}, json });
    const problem = problemOfError("create_change_request", error);
    return { end: "refused", problem: new ProblemError(problem, { solarisErrorId: error.id }) };
  }
  const isSuccess = status === "COMPLETED" && (code === undefined || code === null || code < 400);
  return isSuccess ? { end: "changed", problem: null } : unknown();
}

function unknown(): ConfirmationEnd {
  return { end: "unknown", problem: new ProblemError("pin_change_outcome_unknown") };
}
