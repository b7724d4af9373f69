import { SOLARIS_ERROR_IDS_LONGEST } from "../../src-contract/api/identifiers.ts";
import type { SolarisProblemCode } from "../../src-contract/errors/error-codes.ts";
import { PIN_LENGTH } from "../../src-contract/rules/pin.ts";
import { ProblemError, type ProblemFields } from "../http/problem-error.ts";
import { answerTable } from "./answer-table.ts";
import type { SolarisError, SolarisErrorEntry } from "./error-shapes.ts";
import { type Meaning, meaningOf } from "./error-table.ts";
import type { SolarisCall, SolarisOperation } from "./operations.ts";

/** Problems for which Solaris' own words help the cardholder or support. For others our title says it all. */
const withDetail: ReadonlySet<SolarisProblemCode> = new Set([
  "ERR_PIN_REFUSED",
  "ERR_PIN_KEY_OUTDATED",
  "ERR_ENCRYPTION_REFUSED",
  "ERR_DEVICE_REFUSED",
  "ERR_CARD_NOT_ELIGIBLE",
  "ERR_REFUSED",
]);

/**
 * Solaris repeats the TAN (§3b), whose six digits may be formatted in any way; and it may repeat an activation code, which no
 * request has in it (§6.6).
 */
const withoutDetail: ReadonlySet<SolarisOperation> = new Set([
  "confirm_with_tan",
  "create_activation",
  "list_activations",
  "delete_activation",
  "verify_challenge",
]);

const mayTryAgain: ReadonlySet<SolarisProblemCode> = new Set(["ERR_TOO_MANY_REQUESTS", "ERR_SOLARIS_UNAVAILABLE"]);

/** Consecutive digits that could be a PIN. */
const pinLike = new RegExp(`[0-9]{${PIN_LENGTH}}`);

const withoutReason: Meaning = { problem: "ERR_REFUSED", entry: undefined };

/** Solaris refused. The code says what that means for the app (error-table.ts). */
export class SolarisRefusal extends ProblemError {
  override readonly name = "SolarisRefusal";
  readonly call: SolarisCall;
  /** Null if it gave no reason. */
  readonly error: SolarisError | null;
  /** The error that decided the meaning. */
  readonly entry: SolarisErrorEntry | undefined;

  /** @param of the operation whose error table applies @param as a more precise meaning, if known */
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

/** No answer, or an unclear one: it may have been carried out, unless it was never sent. */
export class SolarisUnclear extends ProblemError {
  override readonly name = "SolarisUnclear";
  /** False if Solaris certainly never had the request. */
  readonly wasSent: boolean;

  /** @param said `mayHaveChangedPin`: the answer to a step that changes no PIN suggests that it did */
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
    this.wasSent = sent;
  }
}

/** The fields of a refusal that are safe to pass on. */
function fieldsOf(
  code: SolarisProblemCode,
  call: SolarisCall,
  error: SolarisError,
  entry: SolarisErrorEntry | undefined,
): ProblemFields {
  return {
    solarisErrorId: idsOf(error, entry),
    detail: withDetail.has(code) ? safeDetail(call, entry?.detail) : undefined,
    // Only if a retry makes sense.
    retryAfterSeconds: mayTryAgain.has(code) ? error.retryAfterSeconds : undefined,
  };
}

/** The ids for support, the deciding one first; drops whole ids beyond the published schema's length. */
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
 * Solaris' words, unless they repeat part of the request. Solaris knows the PIN, so anything with digits that could be it
 * stays out, as does anything as long as an id or a token.
 */
function safeDetail(call: SolarisCall, detail: string | undefined): string | undefined {
  if (withoutDetail.has(call.operation)) return undefined;
  const said = detail?.replace(/[\p{C}\s]+/gu, " ").trim();
  if (said === undefined || said === "" || said.length > 300) return undefined;
  if (pinLike.test(said) || /[A-Za-z0-9_-]{24}/.test(said)) return undefined;
  // Only the variable parts of the request: Solaris' own field names also occur in its sentences.
  const sent = [...call.path.filter((segment) => /[0-9]{2}/.test(segment)), ...textsOf(call.body)];
  return sent.some((value) => value.length >= 4 && said.includes(value)) ? undefined : said;
}

function textsOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsOf) : [];
}
