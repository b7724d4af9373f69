import { errorMeaning, isProblemCode } from "../../src-contract/errors/error-codes.ts";

/** What an answer says of a PIN change. `nothing`: it says of no outcome, or nobody answered. */
export type Claim = "changed" | "not-changed" | "unknown" | "nothing";

/** An answer to a request that could have changed a PIN, or to the question what became of one. */
export interface Told {
  readonly claim: Claim;
  /** Who said it, in which words: for the one who reads of a wrong answer. */
  readonly words: string;
  /** When it arrived, in milliseconds of the clock that Solaris' log has. */
  readonly at: number;
  /** How long it took, in milliseconds. */
  readonly ms?: number;
}

/** A change that somebody asked for, all that they were told of it, and what each instance says in the end. */
export interface AskedChange {
  readonly requestId: string;
  readonly encryptedPin: string;
  readonly told: readonly Told[];
  /** An answer of each instance once everything is quiet. */
  readonly settled: readonly Told[];
}

/** What it all came to. */
export interface Verdict {
  readonly changes: number;
  readonly doubles: number;
  readonly wrong: readonly string[];
  readonly unknown: number;
}

/**
 * Compares what was told with what Solaris has done. Wrong is `changed` before there was a change, and that the PIN is as
 * before where it was changed, be it later: nobody asks again who has been told so. `unknown` is no claim. In the end every
 * instance has to know an outcome, and the same one.
 * @param carriedOut Solaris' log
 */
export function judge(
  asked: readonly AskedChange[],
  carriedOut: readonly { readonly encryptedPin: string; readonly at: number }[],
): Verdict {
  const log = new Map<string, number[]>();
  for (const { encryptedPin, at } of carriedOut) log.set(encryptedPin, [...(log.get(encryptedPin) ?? []), at]);
  const wrong: string[] = [];
  let doubles = 0;
  let unknown = 0;
  for (const { requestId, encryptedPin, told, settled } of asked) {
    const times = log.get(encryptedPin) ?? [];
    doubles += Math.max(0, times.length - 1);
    const first = Math.min(...times);
    for (const { claim, words, at } of [...told, ...settled]) {
      if (claim === "changed" && first > at) wrong.push(`${requestId}: ${words}, and it was not`);
      if (claim === "not-changed" && times.length > 0) wrong.push(`${requestId}: ${words}, and it was changed`);
    }
    if (settled.some(({ claim }) => claim === "nothing")) {
      wrong.push(`${requestId}: it has no outcome in the end: ${settled.map(({ words }) => words).join("; ")}`);
    } else if (new Set(settled.map(({ claim }) => claim)).size > 1) {
      wrong.push(`${requestId}: the instances disagree: ${settled.map(({ words }) => words).join("; ")}`);
    }
    if (settled.some(({ claim }) => claim === "unknown")) unknown += 1;
  }
  return { changes: carriedOut.length, doubles, wrong, unknown };
}

/** The claim of an error code, as the app and docs/errors.md have it. */
export function claimOfCode(code: string): Claim {
  if (code === "ERR_PIN_CHANGE_OUTCOME_UNKNOWN") return "unknown";
  return isProblemCode(code) && errorMeaning(code).pinChange === "not-changed" ? "not-changed" : "nothing";
}

/** The claim of a settlement's state. */
export function claimOfState(state: string): Claim {
  if (state === "changed" || state === "unknown") return state;
  return state === "refused" || state === "not_received" ? "not-changed" : "nothing";
}
