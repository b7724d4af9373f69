import { SOLARIS_ERROR_IDS_LONGEST } from "../../src-contract/api/identifiers.ts";
import type { SolarisProblemCode } from "../../src-contract/errors/error-codes.ts";
import { PIN_LENGTH } from "../../src-contract/rules/pin.ts";
import { ProblemError, type ProblemFields } from "../http/problem-error.ts";
import { answerTable } from "./answer-table.ts";
import type { SolarisError, SolarisErrorEntry } from "./error-shapes.ts";
import { type Meaning, meaningOf } from "./error-table.ts";
import type { SolarisCall, SolarisOperation } from "./operations.ts";

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

/** Digits in a row that could be a PIN. */
const pinLike = new RegExp(`[0-9]{${PIN_LENGTH}}`);

const withoutReason: Meaning = { problem: "ERR_REFUSED", entry: undefined };

/** Solaris answered, and said no. Its code says what that means for the app (error-table.ts). */
export class SolarisRefusal extends ProblemError {
  override readonly name = "SolarisRefusal";
  readonly call: SolarisCall;
  /** Null where it gave no reason. */
  readonly error: SolarisError | null;
  /** The one of its errors that decided what it means. */
  readonly entry: SolarisErrorEntry | undefined;

  /** @param of whose words the error is in @param as where its meaning is known better */
  constructor(
    call: SolarisCall,
    error: SolarisError | null,
    of: SolarisOperation = call.operation,
    as?: SolarisProblemCode,
  ) {
    const { problem, entry } = error === null ? withoutReason : meaningOf(of, error);
    const code = as ?? problem;
    super(code, error === null ? {} : fieldsOf(code, call, error, entry));
    this.call = call;
    this.error = error;
    this.entry = entry;
  }
}

/** No answer, or none that says yes or no: it may have been carried out, unless it was not even sent. */
export class SolarisUnclear extends ProblemError {
  override readonly name = "SolarisUnclear";

  /** @param said `mayHaveChangedPin`: a step that changes no PIN was answered as if it had */
  constructor(
    { operation }: SolarisCall,
    sent: boolean,
    said: { error: SolarisError | null; retryAfterSeconds?: number | undefined; mayHaveChangedPin: boolean } = {
      error: null,
      mayHaveChangedPin: false,
    },
  ) {
    const ifSent = said.mayHaveChangedPin ? "ERR_PIN_CHANGE_OUTCOME_UNKNOWN" : answerTable[operation].unclear;
    const code = sent ? ifSent : "ERR_SOLARIS_UNAVAILABLE";
    super(code, {
      solarisErrorId: said.error === null ? undefined : idsOf(said.error, said.error.entries[0]),
      retryAfterSeconds: mayTryAgain.has(code) ? said.retryAfterSeconds : undefined,
    });
  }
}

/** As much of what Solaris said with a refusal as is safe to pass on. */
function fieldsOf(
  code: SolarisProblemCode,
  call: SolarisCall,
  error: SolarisError,
  entry: SolarisErrorEntry | undefined,
): ProblemFields {
  return {
    solarisErrorId: idsOf(error, entry),
    detail: withDetail.has(code) ? safeDetail(call, entry?.detail) : undefined,
    // Only where trying the same again makes sense.
    retryAfterSeconds: mayTryAgain.has(code) ? error.retryAfterSeconds : undefined,
  };
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
 * Solaris' words, unless they repeat something of the request. Solaris has read the PIN by then, so digits that
 * could be it stay out as well; and so does anything as long as an id or a token.
 */
function safeDetail(call: SolarisCall, detail: string | undefined): string | undefined {
  // A TAN is six digits in any dress, and Solaris repeats it (§3b).
  if (call.operation === "confirm_with_tan") return undefined;
  const said = detail?.replace(/[\p{C}\s]+/gu, " ").trim();
  if (said === undefined || said === "" || said.length > 300) return undefined;
  if (pinLike.test(said) || /[A-Za-z0-9_-]{24}/.test(said)) return undefined;
  // Solaris' own field names are in its path and in its sentences; what differs from request to request is not.
  const sent = [...call.path.filter((segment) => /[0-9]{2}/.test(segment)), ...textsOf(call.body)];
  return sent.some((value) => value.length >= 4 && said.includes(value)) ? undefined : said;
}

function textsOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsOf) : [];
}
