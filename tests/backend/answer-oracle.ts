// What an answer of Solaris bears, written from docs/solaris-api.md and docs/threat-model.md#success-must-be-said,
// apart from the backend's table: the tests hold the two against each other. Where the documents leave it open, several
// verdicts are allowed; none is ever a yes that the bytes do not say.
import { type Body, isObject, isWhole, type JsonObject, objectsIn, readBody } from "./answer-body.ts";
import { good, hasBody, type Said } from "./strict-solaris.ts";

/** The operations that a cardholder's request ends with, each as the backend can be asked for it. */
export const asks = [
  "pin_update",
  "create_change_request",
  "authorize_by_tan",
  "authorize_by_signature",
  "confirm_with_tan",
  "confirm_with_signature",
  "list_cards",
  "pin_key",
  "list_devices",
  "create_device",
  "get_challenge",
  "verify_challenge",
  "list_keys",
  "add_key",
  "delete_device",
  "create_activation",
  "create_consent",
  "change_consent",
] as const;
export type AskedFor = (typeof asks)[number];

/** `not_done`: the token was refused, twice, and so nothing was carried out. */
export type Verdict = "yes" | "refused" | "unknown" | "not_done";
type Verdicts = readonly Verdict[];

export const changesPin = (ask: AskedFor): boolean =>
  ask === "pin_update" || ask === "confirm_with_tan" || ask === "confirm_with_signature";
export const isList = (ask: AskedFor): boolean => ask === "list_cards" || ask === "list_devices";
/** What only reads claims nothing of an act: a key that is there is there, whatever its answer says beside it. */
const reads = (ask: AskedFor): boolean => ask === "pin_key" || ask === "list_keys";
export const mostBytes = (ask: AskedFor): number => (isList(ask) ? 1024 * 1024 : 64 * 1024);

/** Everything that may be made of this answer. */
export function verdictsOf(ask: AskedFor, said: Said): Verdicts {
  const { status, manner } = said;
  const body = readBody(said, mostBytes(ask));
  if (status === 401) {
    const errors = body.is === "json" ? errorsOf(body.value) : nothing;
    if (isSureRefusal(errors)) return ["not_done"];
    return isBearer(said) || errors.sure.length + errors.unsure > 0 ? ["not_done", "unknown"] : ["unknown"];
  }
  // Of an end that nothing announced, nothing cannot be told from what was lost; and where there is no body, no loss.
  const isDoubtful = hasBody(status)
    ? body.is === "empty" && manner === "closed"
    : manner === "cut" || manner === "reset";
  if (isDoubtful && isSuccess(status)) return [...ofSuccess(ask, { is: "empty" }, status), "unknown"];
  // Part of an answer (206) may be taken for none.
  if (isSuccess(status))
    return [...ofSuccess(ask, withoutCode(ask, body), status), ...(status === 206 ? (["unknown"] as const) : [])];
  if (status < 400 || status > 499 || status === 408 || body.is !== "json") return ["unknown"];
  const errors = errorsOf(body.value);
  if (errors.sure.some(({ inner }) => inner === "5xx")) return ["unknown"];
  if (isSureRefusal(errors)) return ["refused"];
  return errors.sure.length + errors.unsure > 0 ? ["refused", "unknown"] : ["unknown"];
}

/** A yes to this has `code` for the code of the letter (§6.6), which says nothing of how it went. */
function withoutCode(ask: AskedFor, body: Body): Body {
  if (ask !== "create_activation" || body.is !== "json" || !isObject(body.value)) return body;
  const { code: _ofLetter, ...value } = body.value;
  return { ...body, value };
}

const isBearer = ({ headers }: Said): boolean => /^bearer\b/i.test(headers?.["www-authenticate"] ?? "");

/**
 * How often the call may arrive when this is its answer: with a new token once more; and what only reads also if its connection was a
 * kept one that ended before an answer began (docs/decisions/0006-sent-once.md).
 */
export function arrivalsOf(ask: AskedFor, said: Said): readonly number[] {
  const verdicts = verdictsOf(ask, said);
  const isUnanswered = said.manner === "dropped" || said.manner === "not_http";
  if (isUnanswered && (ask === "list_keys" || ask === "get_challenge")) return [1, 2];
  // A refusal that never arrived refuses nothing, and one whose error has another status says two things.
  const isSure = said.status === 401 && isWhole(said) && isOneWord(ask, said);
  // The key has an older address too (§1), where it may be looked for.
  if (ask === "pin_key") return isSure ? [2, 4] : [1, 2, 4];
  if (isSure) return [2];
  // Where nothing changes twice, a gateway's 401 may be tried with another token.
  return verdicts.includes("not_done") || (said.status === 401 && !changesPin(ask)) ? [1, 2] : [1];
}

/** Whether a 401 says that the token is refused, and nothing beside it. */
function isOneWord(ask: AskedFor, said: Said): boolean {
  const body = readBody(said, mostBytes(ask));
  const errors = body.is === "json" ? errorsOf(body.value) : nothing;
  if (errors.unsure > 0) return false; // what may be an error may have a status of its own
  if (errors.sure.some(({ inner }) => inner === "5xx" || inner === "odd")) return false;
  return isBearer(said) || isSureRefusal(errors);
}

export const isSuccess = (status: number): boolean => status >= 200 && status <= 299;

function ofSuccess(ask: AskedFor, body: Body, status: number): Verdicts {
  if (body.is === "unreadable" || (body.is === "json" && isNestedWithoutEnd(body.value))) return ["unknown"];
  // A part of a list (206) is no list; one with another status may be nobody's.
  if (isList(ask) && body.is === "json" && Array.isArray(body.value)) {
    return status === 200 ? ["yes"] : status === 206 ? ["unknown"] : ["yes", "unknown"];
  }
  if (isList(ask)) return ["unknown", "refused"];
  if (ask === "list_keys") return ofKeys(body);
  if (body.is === "empty") return needsObject(ask) ? ["unknown"] : ["yes"];
  const { value } = body;
  if (!isObject(value)) return ["unknown"];

  const errors = errorsOf(value);
  const isFailed = confirms(ask) && (value.status === "FAILED" || /^4\d\d$/.test(String(value.response_code)));
  if (isFailed) return isPlainFailure(value) && !isOfAnother(ask, value) ? ["refused"] : ["refused", "unknown"];
  const words = contradictionOf(ask, value);
  if (words !== "sure") {
    if (isOfAnother(ask, value)) return ["unknown"];
    const met = meetsNeeds(ask, value);
    return words === "none" ? met : [...met, "unknown"];
  }
  if (reads(ask)) return [...meetsNeeds(ask, value), "unknown", "refused"];
  if (errors.sure.some(({ inner }) => inner === "5xx")) return ["unknown"];
  if (isSureRefusal(errors) && errors.sure.every(({ inner }) => inner === "4xx")) return ["refused"];
  return errors.sure.length + errors.unsure > 0 ? ["refused", "unknown"] : ["unknown"];
}

const confirms = (ask: AskedFor) => ask === "confirm_with_tan" || ask === "confirm_with_signature";

/** Whether it names another change request than the one of the call (§3): then it says nothing about this one. */
function isOfAnother(ask: AskedFor, { id }: JsonObject): boolean {
  const isNamed = typeof id === "string" || typeof id === "number";
  return (ask.startsWith("authorize") || confirms(ask)) && isNamed && String(id) !== good.changeRequest.id;
}

/** Whether a 2xx without a body can say it. */
const needsObject = (ask: AskedFor): boolean =>
  !(
    ask === "pin_update" ||
    ask === "verify_challenge" ||
    ask === "delete_device" ||
    ask === "authorize_by_tan" ||
    ask === "change_consent"
  );

function isPlainFailure(value: JsonObject): boolean {
  const { status, response_code } = value;
  const isClear = objectsIn(value.response_body)
    .filter(mayBeError)
    .every((one) => ["4xx", "none"].includes(classOf(one.status)));
  const isUsual = (status === "FAILED" || status === "COMPLETED") && !mayBeError(value) && isClear;
  return isUsual && (isAbsent(response_code) || /^4\d\d$/.test(String(response_code)));
}

/** What the answer of a yes must have in it, beside not contradicting. */
function meetsNeeds(ask: AskedFor, value: JsonObject): Verdicts {
  const needs = (isThere: boolean, isOdd = false): Verdicts =>
    isThere ? ["yes"] : isOdd ? ["yes", "unknown"] : ["unknown"];
  const id = value.id;
  const hasId = isOpaque(id);
  const isOdd = typeof id === "number";
  switch (ask) {
    case "confirm_with_tan":
    case "confirm_with_signature":
      return needs(value.status === "COMPLETED" && (isAbsent(value.response_code) || isDone(value.response_code)));
    case "create_device":
    case "create_change_request":
    case "add_key":
      return needs(hasId, isOdd);
    case "create_activation": {
      const { person_id, purpose, delivery_method } = good.activation;
      const isAsSent = Object.entries({ person_id, purpose, delivery_method }).every(
        ([name, sent]) => isAbsent(value[name]) || value[name] === sent,
      );
      return needs(hasId && isAsSent, hasId || isOdd);
    }
    case "create_consent":
    case "change_consent": {
      const event_type = ask === "create_consent" ? "APPROVED" : "REJECTED";
      const sent = { person_id: good.consent.person_id, event_type };
      const isAsSent = Object.entries(sent).every(([name, one]) => isAbsent(value[name]) || value[name] === one);
      // The address has the id; of an empty person nothing is said.
      if (ask === "change_consent") return needs(isAsSent && isAbsent(id), true);
      return needs(hasId && isAsSent, isOdd || (hasId && value.person_id === ""));
    }
    case "authorize_by_signature":
      return needs(typeof value.string_to_sign === "string" && /^[A-Za-z0-9-]{1,64}$/.test(value.string_to_sign));
    case "pin_key":
      return needs(value.kty === "RSA" && ["kid", "n", "e"].every((name) => typeof value[name] === "string"));
    default:
      // An id that is none may be taken for another one's.
      return ["string", "number"].includes(typeof id) || isAbsent(id) ? ["yes"] : ["yes", "unknown"];
  }
}

function ofKeys(body: Body): Verdicts {
  if (body.is !== "json") return ["unknown"];
  const isWhole = (one: unknown) =>
    isObject(one) &&
    Array.isArray(one.keys) &&
    one.keys.length > 0 && // a device has at least the key that it was created with (§6.1)
    one.keys.every((key) => isObject(key) && typeof key.key_purpose === "string" && isOpaque(key.key_id));
  // An error beside the keys may be taken for what it says: who only reads claims nothing by it.
  const { sure, unsure } = errorsOf(body.value);
  const refused: Verdicts = sure.length + unsure > 0 ? ["refused"] : [];
  if (isWhole(body.value))
    return contradictionOf("list_keys", body.value) === "none" ? ["yes"] : ["yes", "unknown", ...refused];
  // A list of them, which the mock answers, may have none; of keys that cannot be read the documents say nothing.
  if (Array.isArray(body.value)) return ["yes", "unknown"];
  return isObject(body.value) && Array.isArray(body.value.keys)
    ? ["yes", "unknown", ...refused]
    : ["unknown", "refused"];
}

/** What says of itself how it went. */
const words = new Set(["status", "success", "result", "code", "error", "errors", "error_code"]);
const statusesOfYes: Record<AskedFor, readonly string[]> = {
  pin_update: ["ACTIVE", "INACTIVE", "BLOCKED", "COMPLETED"],
  create_change_request: ["AUTHORIZATION_REQUIRED", "CONFIRMATION_REQUIRED", "ACCEPTED"],
  authorize_by_tan: ["CONFIRMATION_REQUIRED", "AUTHORIZATION_REQUIRED"],
  authorize_by_signature: ["CONFIRMATION_REQUIRED", "AUTHORIZATION_REQUIRED"],
  confirm_with_tan: ["COMPLETED", "ACTIVE", "INACTIVE", "BLOCKED"],
  confirm_with_signature: ["COMPLETED", "ACTIVE", "INACTIVE", "BLOCKED"],
  list_cards: [],
  pin_key: [],
  list_devices: [],
  create_device: [],
  get_challenge: ["CREATED", "PENDING", "ACTIVE"],
  verify_challenge: [],
  list_keys: [],
  add_key: [],
  delete_device: [],
  create_activation: ["CREATED", "PENDING", "ACTIVE"],
  create_consent: ["CREATED", "ACTIVE", "APPROVED"],
  change_consent: ["REJECTED"],
};

/**
 * Whether any of the words, at any depth, has a value that is none of a yes: for sure, or perhaps. Solaris ignores null
 * (§11), and writes its words in small letters.
 */
function contradictionOf(ask: AskedFor, value: unknown): "none" | "perhaps" | "sure" {
  const isYes = (word: string, said: unknown): boolean => {
    if (isAbsent(said)) return true;
    if (word === "success") return said === true;
    if (word === "error") return said === false || said === "";
    if (word === "errors") return Array.isArray(said) && said.length === 0;
    if (word === "status") return statusesOfYes[ask].includes(said as string) || isOk(said);
    return word !== "error_code" && (isOk(said) || ["ok", "OK", "success", "SUCCESS"].includes(said as string));
  };
  const isSure = (one: JsonObject) => Object.entries(one).some(([word, said]) => words.has(word) && !isYes(word, said));
  if (count(value, isSure) > 0) return isDeviceInWork(ask, value) ? "perhaps" : "sure";
  const isOdd = (one: JsonObject) =>
    Object.keys(one).some((word) => !words.has(word) && (words.has(word.toLowerCase()) || kindred.has(plain(word)))) ||
    mayBeError(one);
  return count(value, isOdd) > 0 ? "perhaps" : "none";
}

/** Words of a gateway's for the same, in whatever spelling: they may be taken for what they seem to say. */
const kindred = new Set(
  "statuscode responsecode state ok succeeded outcome errormessage errordescription fault faultcode faultstring exception reason title".split(
    " ",
  ),
);
const plain = (word: string): string => word.toLowerCase().replace(/[^a-z]/g, "");

/** What was created may say how far it is. */
const isDeviceInWork = (ask: AskedFor, value: unknown): boolean =>
  (ask === "create_device" || ask === "add_key") &&
  isObject(value) &&
  ["PENDING", "ACTIVE", "INACTIVE"].includes(value.status as string) &&
  contradictionOf(ask, { ...value, status: null }) === "none";

interface Errors {
  /** Those with an id and a code as Solaris writes them, by the class of their inner status. */
  readonly sure: readonly { readonly id: string; readonly inner: "4xx" | "5xx" | "none" | "odd" }[];
  /** How much there is that may be meant as one. */
  readonly unsure: number;
}
const nothing: Errors = { sure: [], unsure: 0 };
const isSureRefusal = ({ sure, unsure }: Errors): boolean =>
  sure.length > 0 && unsure === 0 && sure.every(({ inner }) => inner === "4xx" || inner === "none");

/** The errors of a body in the shapes of §11, and nested as the public mock nests them. */
export function errorsOf(value: unknown): Errors {
  if (!isObject(value)) return nothing;
  const isListed = Array.isArray(value.errors) && value.errors.length > 0;
  const candidates = isListed ? (value.errors as unknown[]).flat() : [value];
  const isOne = (one: unknown): one is JsonObject =>
    isObject(one) &&
    isErrorId(one.id) &&
    namesCode(one) &&
    [one.code, one.error_code].every((code) => isAbsent(code) || isWord(code));
  const sure = candidates.filter(isOne).map((one) => ({ id: String(one.id), inner: classOf(one.status) }));
  const saysMore = ["success", "result", "error"].some((word) => !isAbsent(value[word]));
  // Beside one that can be read, whatever else is there makes it unsure.
  const others = sure.length > 0 ? (isListed ? candidates.length - sure.length : 0) + Number(saysMore) : 0;
  return { sure, unsure: count(value, mayBeError) - sure.length + others };
}

const mayBeError = (one: JsonObject): boolean => "id" in one && namesCode(one);
const namesCode = (one: JsonObject): boolean => !isAbsent(one.code) || !isAbsent(one.error_code);

function classOf(status: unknown): "4xx" | "5xx" | "none" | "odd" {
  if (isAbsent(status)) return "none";
  if (!(typeof status === "number" || typeof status === "string")) return "odd";
  if (/^4\d\d$/.test(String(status)) && Number(status) !== 408) return "4xx";
  return /^5\d\d$/.test(String(status)) ? "5xx" : "odd";
}

/** A code is a machine's word, such as `not_found` (§11). */
const isWord = (value: unknown): boolean => typeof value === "string" && /^[A-Za-z0-9_. -]{1,64}$/.test(value);
/** An id that support can look up (§11). With other characters it may be anybody's. */
const isErrorId = (value: unknown): boolean =>
  (typeof value === "string" && /^[A-Za-z0-9_.:-]{1,128}$/.test(value)) ||
  (typeof value === "number" && Number.isSafeInteger(value) && value >= 0);
const isOpaque = (value: unknown): boolean => typeof value === "string" && /^[A-Za-z0-9_-]{1,64}$/.test(value);
const isOk = (value: unknown): boolean =>
  (typeof value === "number" || typeof value === "string") && /^2\d\d$/.test(String(value));
/** Nobody's answer is as deep. */
function isNestedWithoutEnd(value: unknown): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; depth < 64 && level.length > 0; depth += 1) {
    level = level.flatMap((one) => (typeof one === "object" && one !== null ? Object.values(one) : []));
  }
  return level.length > 0;
}

const isDone = (value: unknown): boolean =>
  (typeof value === "number" || typeof value === "string") && /^2\d\d$/.test(String(value));
const isAbsent = (value: unknown): boolean => value === undefined || value === null;

/** How many objects of it, at any depth, are such. */
const count = (value: unknown, isSuch: (one: JsonObject) => boolean): number => objectsIn(value).filter(isSuch).length;
