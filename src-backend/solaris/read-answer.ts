import { type AnswerTo, answerTable, mayHaveChangedPin, withoutActivationCode } from "./answer-table.ts";
import { readSolarisError, type SolarisError, statusesInside } from "./error-shapes.ts";
import type { HttpReply } from "./exchange.ts";
import type { SolarisOperation } from "./operations.ts";

/** What an answer says. `unclear`: neither a yes nor a refusal, so it may have been carried out. */
export type Reading<T> =
  | { readonly says: "yes"; readonly answer: T }
  /** `error` is null for a refusal without details; `of` is the operation whose errors it uses. */
  | { readonly says: "refused"; readonly error: SolarisError | null; readonly of: SolarisOperation }
  | { readonly says: "unclear"; readonly error: SolarisError | null; readonly mayHaveChangedPin: boolean };

/** Reads an answer from Solaris, or from a gateway, firewall or portal in between. */
export function readAnswer<Operation extends SolarisOperation>(
  operation: Operation,
  said: HttpReply,
  path: readonly string[] = [],
): Reading<AnswerTo<Operation>> {
  const reply = withoutActivationCode(operation, said);
  const error = readSolarisError(reply);
  const unclear = { says: "unclear", error, mayHaveChangedPin: mayHaveChangedPin(operation, reply.json) } as const;
  if (reply.status >= 200 && reply.status < 300) {
    // An error inside a success status counts only if its own status says that it is a refusal.
    if (error !== null) {
      const [status, ...others] = [...statusesInside(reply.json), ...statusBeside(reply.json)];
      const isOne = status !== undefined && isRefusal(status) && others.every(isRefusal);
      return isOne ? { says: "refused", error: { ...error, status }, of: operation } : unclear;
    }
    const saying = answerTable[operation].read(reply, path[2]); // v1, kind, id
    if (saying === "unclear") return unclear;
    if (saying === "refused") return refusalInside(reply);
    return { says: "yes", answer: saying.yes as AnswerTo<Operation> };
  }
  if (error === null || !isRefusal(reply.status)) return unclear;
  // If any of several errors is not a refusal, such as a 503 beside a 404, it may have been carried out.
  return statusesInside(reply.json).every(isRefusal) ? { says: "refused", error, of: operation } : unclear;
}

/** The status beside a list of errors, which may contradict it. NaN if invalid. */
function statusBeside(json: unknown): number[] {
  const { errors, status } = json as { errors?: unknown; status?: unknown };
  return errors === undefined || status === undefined || status === null ? [] : [Number(status)];
}

/** 408 comes from a gateway that gave up waiting (RFC 9110 §15.5.9). */
function isRefusal(status: number): boolean {
  return status >= 400 && status < 500 && status !== 408;
}

/**
 * A confirmation of a failed change contains the change's own answer (docs/solaris-api.md §3b). It describes the PIN's fault
 * in the terms of the operation that took it; without details only the refusal is left.
 */
function refusalInside(reply: HttpReply): Reading<never> {
  const { response_body: json } = reply.json as { response_body?: unknown };
  const error = readSolarisError({ ...reply, status: 422, json });
  if (!statusesInside(json).every((status) => status < 500))
    return { says: "unclear", error, mayHaveChangedPin: false };
  return { says: "refused", error, of: "create_change_request" };
}
