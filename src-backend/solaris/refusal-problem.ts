import { SOLARIS_ERROR_IDS_LONGEST } from "../../src-contract/api/identifiers.ts";
import type { SolarisProblemCode } from "../../src-contract/errors/error-codes.ts";
import { ProblemError } from "../http/problem-error.ts";
import { answerTable } from "./answer-table.ts";
import type { SolarisError, SolarisErrorEntry } from "./error-shapes.ts";
import { meaningOf } from "./error-table.ts";
import { type SolarisCall, SolarisRefusal, SolarisUnclear } from "./solaris-client.ts";

/** Where Solaris' own words help the cardholder or the support. Elsewhere our title says all there is to know. */
const withDetail: ReadonlySet<SolarisProblemCode> = new Set([
  "ERR_PIN_REFUSED",
  "ERR_PIN_KEY_OUTDATED",
  "ERR_ENCRYPTION_REFUSED",
  "ERR_DEVICE_REFUSED",
  "ERR_CARD_NOT_ELIGIBLE",
  "ERR_REFUSED",
]);

const mayTryAgain: ReadonlySet<SolarisProblemCode> = new Set(["ERR_TOO_MANY_REQUESTS", "ERR_SOLARIS_UNAVAILABLE"]);

/** What a failure of Solaris means for the app, when the use case did not say. Anything else is handed back as it is. */
export function problemOfFailure(failure: unknown): unknown {
  if (failure instanceof SolarisRefusal) return problemOfRefusal(failure);
  if (failure instanceof SolarisUnclear) return problemOfUnclear(failure);
  return failure;
}

/** Turns a refusal into a problem, with as much of what Solaris said as is safe to pass on. @param as where it is known better */
export function problemOfRefusal({ call, error, of }: SolarisRefusal, as?: SolarisProblemCode): ProblemError {
  if (error === null) return new ProblemError(as ?? "ERR_REFUSED");
  const { problem, entry } = meaningOf(of, error);
  const code = as ?? problem;
  return new ProblemError(code, {
    solarisErrorId: idsOf(error, entry),
    detail: withDetail.has(code) ? safeDetail(call, entry?.detail) : undefined,
    // Only where trying the same again makes sense.
    retryAfterSeconds: mayTryAgain.has(code) ? error.retryAfterSeconds : undefined,
  });
}

function problemOfUnclear({ call, sent, error, retryAfterSeconds, mayHaveChangedPin }: SolarisUnclear): ProblemError {
  const ifSent = mayHaveChangedPin ? "ERR_PIN_CHANGE_OUTCOME_UNKNOWN" : answerTable[call.operation].unclear;
  const code = sent ? ifSent : "ERR_SOLARIS_UNAVAILABLE";
  return new ProblemError(code, {
    solarisErrorId: error === null ? undefined : idsOf(error, error.entries[0]),
    retryAfterSeconds: mayTryAgain.has(code) ? retryAfterSeconds : undefined,
  });
}

/** All that support can look up, what decided first; ids beyond what the published schema allows are left out whole. */
function idsOf({ entries }: SolarisError, deciding: SolarisErrorEntry | undefined): string {
  const ids = new Set([...(deciding === undefined ? [] : [deciding]), ...entries].map(({ id }) => id));
  let text = "";
  for (const id of ids) {
    const longer = text === "" ? id : `${text}, ${id}`;
    if (longer.length <= SOLARIS_ERROR_IDS_LONGEST) text = longer;
  }
  return text;
}

/**
 * Solaris' words, unless they repeat something of the request. Solaris has read the PIN by then, so a run of four
 * digits stays out as well; and so does anything as long as an id or a token.
 */
function safeDetail(call: SolarisCall, detail: string | undefined): string | undefined {
  // A TAN is six digits in any dress, and Solaris repeats it (§3b).
  if (call.operation === "confirm_with_tan") return undefined;
  const said = detail?.replace(/[\p{C}\s]+/gu, " ").trim();
  if (said === undefined || said === "" || said.length > 300) return undefined;
  if (/\d{4}/.test(said) || /[A-Za-z0-9_-]{24}/.test(said)) return undefined;
  // Solaris' own field names are in its path and in its sentences; what differs from request to request is not.
  const sent = [...call.path.filter((segment) => /[0-9]{2}/.test(segment)), ...textsOf(call.body)];
  return sent.some((value) => value.length >= 4 && said.includes(value)) ? undefined : said;
}

function textsOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsOf) : [];
}
