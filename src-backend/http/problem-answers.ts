import { type ProblemCode, problem, problemCatalogue } from "../../src-contract/api/problem-schema.ts";

/** What any route can answer. */
const always: readonly ProblemCode[] = ["internal"];
/** What any route can answer that needs a signed-in customer; who that is, is in the database. Each of them is limited. */
export const forCustomers: readonly ProblemCode[] = ["unauthenticated", "not_recorded", "too_many_requests"];
/** What any route can answer that asks Solaris. */
export const fromSolaris: readonly ProblemCode[] = ["refused", "too_many_requests", "solaris_unavailable"];

/** What a route can answer that writes a PIN change into the ledger. */
export const fromLedger: readonly ProblemCode[] = [
  "request_id_reused",
  "attempt_refused",
  "pin_change_in_progress",
  "pin_change_closed",
  "not_recorded",
];
/** What a route can answer that goes on with a change request: its own refusals, and what is recorded of it. */
export const ofChangeRequests: readonly ProblemCode[] = [
  "invalid_request",
  "not_found",
  "route_refused",
  "device_refused",
  "change_request_ended",
  "pin_refused",
  "pin_key_outdated",
  "encryption_refused",
  "card_not_eligible",
  "pin_change_in_progress",
  "pin_change_closed",
  "pin_change_outcome_unknown",
  "not_recorded",
];

/** Describes a route's problems for its response schema: one entry for each status, naming the codes. */
export function problemAnswers(...codes: (ProblemCode | readonly ProblemCode[])[]): Record<never, never> {
  const answers: Record<string, object> = {};
  const named = codes.flat();
  // Where something can be missing, there is an id in the address, and so an address that is none.
  const ofAddress: readonly ProblemCode[] = named.includes("not_found") ? ["operation_unknown"] : [];
  const all = [...new Set([...named, ...ofAddress, ...always])];
  for (const { status } of all.map((code) => problemCatalogue[code])) {
    const ofStatus = all.filter((code) => problemCatalogue[code].status === status);
    answers[status] = {
      description: ofStatus.map((code) => `\`${code}\`: ${problemCatalogue[code].title}`).join(" "),
      content: { "application/problem+json": { schema: problem } },
    };
  }
  return answers;
}
