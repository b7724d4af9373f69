import { z } from "zod";
import type { SolarisProblemCode } from "../../src-contract/errors/error-codes.ts";
import {
  solarisActivation,
  solarisAddedKey,
  solarisAuthorization,
  solarisChallenge,
  solarisChangedConsent,
  solarisChangeRequest,
  solarisConfirmation,
  solarisConsent,
  solarisCreatedDevice,
  solarisDeviceKeys,
  solarisPinKey,
} from "./answers.ts";
import { contradicts } from "./contradiction.ts";
import type { HttpReply } from "./exchange.ts";
import type { SolarisOperation } from "./operations.ts";

/** What a 2xx answer says: yes, with its content; no; or neither. */
export type Saying<T> = { readonly yes: T } | "refused" | "unclear";

interface Row<T> {
  /**
   * What a 2xx answer without a Solaris-shaped error says.
   * @param about the card or the change request of the request, if there is one
   */
  readonly read: (reply: HttpReply, about?: string) => Saying<T>;
  /** The problem for the app if Solaris' answer is neither a yes nor a refusal. */
  readonly unclear: SolarisProblemCode;
}

const unavailable = "ERR_SOLARIS_UNAVAILABLE";
const unknown = "ERR_PIN_CHANGE_OUTCOME_UNKNOWN";

/** After a PIN change the answer may contain the card, in a status that allows a PIN (docs/solaris-api.md §10). */
const done = ["COMPLETED", "ACTIVE", "INACTIVE", "BLOCKED"];
const toBeConfirmed = ["AUTHORIZATION_REQUIRED", "CONFIRMATION_REQUIRED"];

// Made once: zod compiles a schema at its first use, which costs a hundred times the use.
const completed = z.object({ status: z.literal("COMPLETED") });
const cardWithPin = z.object({ id: z.unknown(), status: z.enum(["ACTIVE", "INACTIVE", "BLOCKED"]) });
const named = z.object({ id: z.union([z.string(), z.number()]) });

/**
 * Each operation's definition of a yes, in one place (docs/solaris-api.md §§1–3, 6). A refusal is a Solaris-shaped error
 * with a 4xx status, interpreted by the error table; everything else is unknown.
 */
export const answerTable = {
  list_accounts: { read: list, unclear: unavailable },
  list_cards: { read: list, unclear: unavailable },
  list_devices: { read: list, unclear: unavailable },
  pin_key: { read: withBody(solarisPinKey, "any"), unclear: unavailable },
  pin_key_of_card: { read: withBody(solarisPinKey, "any"), unclear: unavailable },
  list_keys: { read: withBody(solarisDeviceKeys, "any"), unclear: unavailable },
  /** §2, Q1: the documents do not show a success; the public mock answers 200 `{}`. */
  pin_update: { read: changedPin, unclear: unknown },
  /** §3. One that is completed at once would have changed the PIN without confirmation: {@link mayHaveChangedPin}. */
  create_change_request: { read: withBody(solarisChangeRequest, [...toBeConfirmed, "ACCEPTED"]), unclear: unavailable },
  /** §3a. */
  authorize_change_request: { read: authorization, unclear: unavailable },
  /** §3b. */
  confirm_with_tan: { read: confirmation, unclear: unknown },
  confirm_with_signature: { read: confirmation, unclear: unknown },
  /** §6.1. The device's id makes it a yes; its challenge's status does not matter. */
  create_device: { read: withBody(solarisCreatedDevice, ["CREATED", "PENDING", "ACTIVE"]), unclear: unavailable },
  /** §6.2. A challenge in any other status may be none that can still be answered. */
  get_challenge: { read: withBody(solarisChallenge, ["CREATED", "PENDING", "ACTIVE"]), unclear: unavailable },
  /** §6.2. */
  verify_challenge: { read: withoutContradiction([]), unclear: unavailable },
  /** §6.4. */
  delete_device: { read: withoutContradiction([]), unclear: unavailable },
  /** §6.5. */
  add_key: { read: withBody(solarisAddedKey, ["CREATED", "ACTIVE"]), unclear: unavailable },
  /** §6.6. Without its code: {@link withoutActivationCode}. */
  create_activation: { read: withBody(solarisActivation, ["CREATED", "PENDING", "ACTIVE"]), unclear: unavailable },
  list_activations: { read: list, unclear: unavailable },
  delete_activation: { read: withoutContradiction([]), unclear: unavailable },
  /** §9. Whose it is, and what it says, device-data/device-consents.ts checks. */
  create_consent: { read: withBody(solarisConsent, ["CREATED", "ACTIVE", "APPROVED"]), unclear: unavailable },
  /** §9: 201 in the documents. */
  change_consent: { read: changedConsent, unclear: unavailable },
} as const satisfies Record<SolarisOperation, Row<unknown>>;

/** The content of a yes, by operation. */
export type AnswerTo<Operation extends SolarisOperation> = Extract<
  ReturnType<(typeof answerTable)[Operation]["read"]>,
  { yes: unknown }
>["yes"];

/** Whether the answer to a step that should not change the PIN says that a change was completed. */
export function mayHaveChangedPin(operation: SolarisOperation, json: unknown): boolean {
  const isStep = operation === "create_change_request" || operation === "authorize_change_request";
  return isStep && completed.safeParse(json).success;
}

/**
 * A yes to these has `code` for the activation code (docs/solaris-api.md §6.6), which is no verdict on the answer, and which
 * goes no further than here.
 */
export function withoutActivationCode(operation: SolarisOperation, reply: HttpReply): HttpReply {
  const mayHaveOne = operation === "create_activation" || operation === "delete_activation";
  if (!mayHaveOne || reply.status < 200 || reply.status >= 300 || !isObject(reply.json)) return reply;
  const { code: _dropped, ...json } = reply.json as Record<string, unknown>;
  return { ...reply, json };
}

/** Accepts an empty answer, or an object in which nothing contradicts a yes; if that is a card, it must be the right one. */
function changedPin(reply: HttpReply, about?: string): Saying<undefined> {
  const card = cardWithPin.safeParse(reply.json);
  return card.success && card.data.id !== about ? "unclear" : withoutContradiction(done)(reply);
}

/** Needs no content: accepts an empty answer, or an object in which nothing contradicts a yes. */
function withoutContradiction(statuses: readonly string[]) {
  return ({ status, isEmpty, json }: HttpReply): Saying<undefined> => {
    if (status === 206) return "unclear"; // a partial answer (RFC 9110 §15.3.7)
    return isEmpty || (isObject(json) && !contradicts(json, statuses)) ? { yes: undefined } : "unclear";
  };
}

/** Needs content, in which nothing contradicts a yes. */
function withBody<T>(schema: z.ZodType<T>, statuses: readonly string[] | "any") {
  return ({ json }: HttpReply): Saying<T> => {
    const parsed = schema.safeParse(json);
    return parsed.success && !contradicts(json, statuses) ? { yes: parsed.data } : "unclear";
  };
}

/** A page of a list as Solaris wrote it: not partial (206), only accepted (202) or transformed (203). */
function list({ status, json, headers }: HttpReply): Saying<{ entries: unknown[]; headers: HttpReply["headers"] }> {
  return Array.isArray(json) && status === 200 ? { yes: { entries: json, headers } } : "unclear";
}

/** A TAN was sent, or there is a text to sign. Every field has a fallback, so the answer may be empty. */
function authorization(reply: HttpReply, about?: string): Saying<z.infer<typeof solarisAuthorization>> {
  if (isAboutAnother(reply.json, about)) return "unclear";
  return withoutContradiction(toBeConfirmed)(reply) === "unclear"
    ? "unclear"
    : withBody(solarisAuthorization, toBeConfirmed)({ ...reply, json: reply.json ?? {} });
}

/** The consent as it is now, of which nothing is needed: so the answer may be empty. */
function changedConsent(reply: HttpReply): Saying<z.infer<typeof solarisChangedConsent>> {
  const statuses = ["REJECTED"];
  return withoutContradiction(statuses)(reply) === "unclear"
    ? "unclear"
    : withBody(solarisChangedConsent, statuses)({ ...reply, json: reply.json ?? {} });
}

/**
 * A confirmation contains the change's own status, and may say that the change failed; without a status the outcome is
 * unknown. `response_code` and `response_body` hold the change's own answer.
 */
function confirmation({ json }: HttpReply, about?: string): Saying<undefined> {
  const parsed = solarisConfirmation.safeParse(json);
  if (!parsed.success || isAboutAnother(json, about)) return "unclear";
  const { status, response_code: code, response_body: said } = parsed.data;
  const isSaid = code !== undefined && code !== null;
  const body = bodyOf(said);
  if (body === undefined) return "unclear";
  const isRefusal = isSaid ? code >= 400 && code < 500 && code !== 408 : status === "FAILED";
  if ((status === "FAILED" || status === "COMPLETED") && isRefusal) return "refused";
  const isDone = status === "COMPLETED" && (!isSaid || (code >= 200 && code < 300));
  return isDone && !contradicts(json, done) && !contradicts(body, done) ? { yes: undefined } : "unclear";
}

/** The change's own answer, which can be JSON as text; null if it is not JSON, undefined if it is truncated JSON. */
function bodyOf(said: unknown): unknown {
  if (typeof said !== "string" || !/^\s*[{[]/.test(said)) return said ?? null;
  try {
    return JSON.parse(said);
  } catch {
    return undefined;
  }
}

function isAboutAnother(json: unknown, about: string | undefined): boolean {
  const parsed = named.safeParse(json);
  return parsed.success && about !== undefined && String(parsed.data.id) !== about;
}

function isObject(json: unknown): boolean {
  return typeof json === "object" && json !== null && !Array.isArray(json);
}
