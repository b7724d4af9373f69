import { problem } from "../../src-contract/api/problem-schema.ts";
import { httpAnswer, type ProblemCode } from "../../src-contract/errors/error-codes.ts";

/** What any route can answer. */
const always: readonly ProblemCode[] = ["ERR_BACKEND_INTERNAL"];
/** What any route can answer that needs a signed-in customer: the database says who that is, and each customer is limited. */
export const forCustomers: readonly ProblemCode[] = ["ERR_NOT_SIGNED_IN", "ERR_NOT_RECORDED", "ERR_TOO_MANY_REQUESTS"];
/** What any route can answer that asks Solaris. */
export const fromSolaris: readonly ProblemCode[] = ["ERR_REFUSED", "ERR_TOO_MANY_REQUESTS", "ERR_SOLARIS_UNAVAILABLE"];

/** What a route can answer that writes a PIN change into the ledger. */
export const fromLedger: readonly ProblemCode[] = [
  "ERR_REQUEST_ID_REUSED",
  "ERR_ATTEMPT_REFUSED",
  "ERR_PIN_CHANGE_IN_PROGRESS",
  "ERR_PIN_CHANGE_CLOSED",
  "ERR_NOT_RECORDED",
];
/** What a route can answer that goes on with a change request: its own refusals, and what is recorded of it. */
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

/** Describes a route's problems for its response schema: one entry for each status, naming the codes. */
export function problemAnswers(...codes: (ProblemCode | readonly ProblemCode[])[]): Record<never, never> {
  const answers: Record<string, object> = {};
  const named = codes.flat();
  // Where something can be missing, there is an id in the address, and so an address that is none.
  const ofAddress: readonly ProblemCode[] = named.includes("ERR_NOT_FOUND") ? ["ERR_OPERATION_UNKNOWN"] : [];
  const all = [...new Set([...named, ...ofAddress, ...always])];
  for (const { status } of all.map(httpAnswer)) {
    const ofStatus = all.filter((code) => httpAnswer(code).status === status);
    answers[status] = {
      description: ofStatus.map((code) => `\`${code}\`: ${httpAnswer(code).title}`).join(" "),
      content: { "application/problem+json": { schema: problem } },
    };
  }
  return answers;
}
