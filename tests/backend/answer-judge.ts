// Holds what the backend said against what the answer of Solaris bears.
import { isObject, readBody } from "./answer-body.ts";
import {
  type AskedFor,
  arrivalsOf,
  changesPin,
  errorsOf,
  isList,
  isSuccess,
  mostBytes,
  verdictsOf,
} from "./answer-oracle.ts";
import type { Said } from "./strict-solaris.ts";
import type { Outcome } from "./strict-steps.ts";

/** What may be said: a problem's code, a yes, any refusal, or a list with its account left out of it. */
type Sayable =
  | "yes"
  | "refusal"
  | "left out"
  | "ERR_SOLARIS_UNAVAILABLE"
  | "ERR_TOO_MANY_REQUESTS"
  | "ERR_PIN_CHANGE_OUTCOME_UNKNOWN";

/** What of an outcome the answer does not bear, in words; undefined where it bears all. */
export function faultOf(asked: AskedFor, said: Said, outcome: Outcome): string | undefined {
  const { answer, record, arrivals, afterwards } = outcome;
  const code = codeOf(outcome);
  const sayable = sayables(asked, said);
  const fault = (what: string) =>
    `${what}: ${code}, ${record?.state ?? "no record"}, sent ${arrivals} times; may be ${sayable.join(" or ")}`;
  if (!sayable.some((one) => isSaid(one, asked, outcome))) return fault("said");
  if (record !== undefined && record.state !== stateAfter(asked, code)) return fault("recorded");
  if (!arrivalsOf(asked, said).includes(arrivals) && !isList(asked)) return fault("sent");
  if (isRefusal(code) && !keepsIds(asked, said, answer.json.solaris_error_id)) return fault("lost the error's id");
  // The code was good, for all that is known: it is not thrown away.
  const isForgotten = afterwards !== undefined && afterwards.status !== 204;
  if (isForgotten && code === "ERR_SOLARIS_UNAVAILABLE") return fault("forgot the device that waits");
  return undefined;
}

function sayables(asked: AskedFor, said: Said): Sayable[] {
  const { status } = said;
  const unknown = changesPin(asked) ? "ERR_PIN_CHANGE_OUTCOME_UNKNOWN" : "ERR_SOLARIS_UNAVAILABLE";
  const refusals: Sayable[] =
    asked === "list_cards" && (isSuccess(status) || [400, 403, 404, 410].includes(status))
      ? ["left out", "refusal", "ERR_SOLARIS_UNAVAILABLE"]
      : isList(asked) || ["list_keys", "pin_key", "delete_device", "change_consent"].includes(asked)
        ? ["refusal", "ERR_SOLARIS_UNAVAILABLE"]
        : ["refusal"];
  const all = verdictsOf(asked, said).flatMap((verdict): Sayable[] => {
    if (verdict === "yes") return ["yes"];
    if (verdict === "refused") return refusals;
    return verdict === "not_done" ? ["ERR_SOLARIS_UNAVAILABLE"] : [unknown];
  });
  // A change request that is completed before it was confirmed: nobody knows what it has changed.
  const body = readBody(said, mostBytes(asked));
  const isCompleted = body.is === "json" && isObject(body.value) && body.value.status === "COMPLETED";
  return isCompleted && isOfChangeRequest(asked) ? [...all, "ERR_PIN_CHANGE_OUTCOME_UNKNOWN"] : all;
}

const isOfChangeRequest = (asked: AskedFor) => asked === "create_change_request" || asked.startsWith("authorize");

function isSaid(sayable: Sayable, asked: AskedFor, outcome: Outcome): boolean {
  const code = codeOf(outcome);
  const { json } = outcome.answer;
  if (sayable === "left out") return code === "yes" && json.cards.length === 0 && json.accounts_left_out > 0;
  if (sayable === "refusal") return isRefusal(code) && !(isList(asked) && isOfOne(code));
  if (sayable !== "yes" || asked !== "list_cards") return sayable === code;
  return code === "yes" && json.accounts_left_out === 0;
}

const codeOf = ({ answer }: Outcome): string =>
  isSuccess(answer.status) ? "yes" : (answer.json?.code ?? "no problem");
const isRefusal = (code: string): boolean =>
  ![
    "yes",
    "ERR_SOLARIS_UNAVAILABLE",
    "ERR_PIN_CHANGE_OUTCOME_UNKNOWN",
    "ERR_BACKEND_INTERNAL",
    "ERR_NOT_RECORDED",
    "no problem",
  ].includes(code);
/** What a list cannot say by failing, for it is asked about none. */
const isOfOne = (code: string): boolean =>
  ["ERR_NOT_FOUND", "ERR_DEVICE_REFUSED", "ERR_CODE_EXPIRED", "ERR_CODE_REFUSED"].includes(code);

/** Settled, what can still be confirmed is closed, and so refused. */
function stateAfter(asked: AskedFor, code: string): string {
  if (code === "ERR_PIN_CHANGE_OUTCOME_UNKNOWN") return "unknown";
  return code === "yes" && changesPin(asked) ? "changed" : "refused";
}

function keepsIds(asked: AskedFor, said: Said, kept: unknown): boolean {
  const body = readBody(said, mostBytes(asked));
  const ids = body.is === "json" ? errorsOf(body.value).sure.map(({ id }) => id) : [];
  return ids.every((id) => typeof kept === "string" && kept.split(/, ?/).includes(id));
}
