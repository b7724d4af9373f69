import { type AnswerTo, answerTable, mayHaveChangedPin } from "./answer-table.ts";
import { readSolarisError, type SolarisError, statusesInside } from "./error-shapes.ts";
import type { HttpReply } from "./exchange.ts";
import type { SolarisOperation } from "./operations.ts";

/** What an answer says. `unclear`: neither a yes nor a refusal; whether it was done is not known. */
export type Reading<T> =
  | { readonly says: "yes"; readonly answer: T }
  /** `error` is null where it is refused without words; they are the words of the operation `of`. */
  | { readonly says: "refused"; readonly error: SolarisError | null; readonly of: SolarisOperation }
  | { readonly says: "unclear"; readonly error: SolarisError | null; readonly mayHaveChangedPin: boolean };

/** Reads an answer of Solaris, or of whatever stands in its place: a gateway, a firewall, a portal. */
export function readAnswer<Operation extends SolarisOperation>(
  operation: Operation,
  reply: HttpReply,
  path: readonly string[] = [],
): Reading<AnswerTo<Operation>> {
  const error = readSolarisError(reply);
  const unclear = { says: "unclear", error, mayHaveChangedPin: mayHaveChangedPin(operation, reply.json) } as const;
  if (reply.status >= 200 && reply.status < 300) {
    // An error in what calls itself a success: it counts where it says itself that it is a refusal.
    if (error !== null) {
      const [status, ...others] = [...statusesInside(reply.json), ...statusBeside(reply.json)];
      const isOne = status !== undefined && isRefusal(status) && others.every(isRefusal);
      return isOne ? { says: "refused", error: { ...error, status }, of: operation } : unclear;
    }
    const saying = answerTable[operation].read(reply, path[2]); // v1, what it is, which one
    if (saying === "unclear") return unclear;
    if (saying === "refused") return refusalInside(reply);
    return { says: "yes", answer: saying.yes as AnswerTo<Operation> };
  }
  if (error === null || !isRefusal(reply.status)) return unclear;
  // One of several that is no refusal, such as a 503 beside a 404, leaves open what was done.
  return statusesInside(reply.json).every(isRefusal) ? { says: "refused", error, of: operation } : unclear;
}

/** The status that stands beside a list of errors, and can contradict it. NaN where it is none. */
function statusBeside(json: unknown): number[] {
  const { errors, status } = json as { errors?: unknown; status?: unknown };
  return errors === undefined || status === undefined || status === null ? [] : [Number(status)];
}

/** 408 is a gateway's that has waited in vain (RFC 9110 §15.5.9). */
function isRefusal(status: number): boolean {
  return status >= 400 && status < 500 && status !== 408;
}

/**
 * A confirmation that says that the change failed has the change's own answer in it (docs/solaris-api.md §3b). What was
 * wrong with the PIN is in the words of the operation that took it; of those that say nothing, no more than the refusal
 * is left.
 */
function refusalInside(reply: HttpReply): Reading<never> {
  const { response_body: json } = reply.json as { response_body?: unknown };
  const error = readSolarisError({ ...reply, status: 422, json });
  if (!statusesInside(json).every((status) => status < 500))
    return { says: "unclear", error, mayHaveChangedPin: false };
  return { says: "refused", error, of: "create_change_request" };
}
