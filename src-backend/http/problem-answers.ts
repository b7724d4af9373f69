import { z } from "zod";
import { problem } from "../../src-contract/api/problem-schema.ts";
import type { ProblemCode } from "../../src-contract/errors/error-codes.ts";
import { httpAnswer } from "../../src-contract/errors/http-answers.ts";

/** Problems of every route: whatever it is sent, it can be no HTTP that can be read. */
const always: readonly ProblemCode[] = ["ERR_INVALID_REQUEST", "ERR_BACKEND_INTERNAL"];
/** Problems of every route for signed-in customers, who are looked up and limited. */
export const forCustomers: readonly ProblemCode[] = [
  "ERR_NOT_SIGNED_IN",
  "ERR_NO_CARDHOLDER",
  "ERR_SIGN_IN_UNAVAILABLE",
  "ERR_NOT_RECORDED",
  "ERR_TOO_MANY_REQUESTS",
];
/** Problems of every route that calls Solaris. */
export const fromSolaris: readonly ProblemCode[] = ["ERR_REFUSED", "ERR_TOO_MANY_REQUESTS", "ERR_SOLARIS_UNAVAILABLE"];

/** Problems of every route that takes device data. */
export const ofDeviceData: readonly ProblemCode[] = ["ERR_DEVICE_CONSENT_MISSING", "ERR_DEVICE_DATA_REQUIRED"];

/** Problems of every route that writes a PIN change into the ledger. */
export const fromLedger: readonly ProblemCode[] = [
  "ERR_REQUEST_ID_REUSED",
  "ERR_ATTEMPT_REFUSED",
  "ERR_PIN_CHANGE_IN_PROGRESS",
  "ERR_PIN_CHANGE_CLOSED",
  "ERR_NOT_RECORDED",
];
/** Problems of every route that continues a change request: its own refusals, and recorded outcomes. */
export const ofChangeRequests: readonly ProblemCode[] = [
  "ERR_INVALID_REQUEST",
  "ERR_NOT_FOUND",
  "ERR_ROUTE_REFUSED",
  "ERR_DEVICE_REFUSED",
  "ERR_CHANGE_REQUEST_ENDED",
  "ERR_PIN_REFUSED",
  "ERR_PIN_KEY_OUTDATED",
  "ERR_ENCRYPTION_REFUSED",
  "ERR_CARD_NOT_ELIGIBLE",
  "ERR_PIN_CHANGE_IN_PROGRESS",
  "ERR_PIN_CHANGE_CLOSED",
  "ERR_PIN_CHANGE_OUTCOME_UNKNOWN",
  "ERR_NOT_RECORDED",
];

/** A problem of this status. A client made from the description so knows which codes come with it. */
function withCodes(status: number, codes: readonly ProblemCode[]) {
  return z.intersection(problem, z.object({ status: z.literal(status), code: z.enum(codes) }));
}

/** A route's problems for its response schema: one entry per status, naming the codes. */
export function problemAnswers(...codes: (ProblemCode | readonly ProblemCode[])[]): Record<never, never> {
  const answers: Record<string, object> = {};
  const named = codes.flat();
  // A route that can answer "not found" has an id in its path, which can also be malformed.
  const ofAddress: readonly ProblemCode[] = named.includes("ERR_NOT_FOUND") ? ["ERR_OPERATION_UNKNOWN"] : [];
  const all = [...new Set([...named, ...ofAddress, ...always])];
  for (const { status } of all.map(httpAnswer)) {
    const ofStatus = all.filter((code) => httpAnswer(code).status === status);
    answers[status] = {
      description: ofStatus.map((code) => `\`${code}\`: ${httpAnswer(code).title}`).join(" "),
      content: { "application/problem+json": { schema: withCodes(status, ofStatus) } },
    };
  }
  return answers;
}
