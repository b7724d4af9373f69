import { z } from "zod";
import { codeText } from "../rules/code.ts";
import { changeRequestRoutes, pinChangeRoutes } from "../rules/pin-change-route.ts";
import {
  deviceDataFields,
  instant,
  opaqueId,
  pinKeyId,
  SOLARIS_ERROR_IDS_LONGEST,
  signatureHex,
  stringToSign,
} from "./identifiers.ts";
import { problemCode } from "./problem-schema.ts";

export const pinChangeRoute = z.enum(pinChangeRoutes);

/** Made by the app for each change the cardholder asks for, before anything is sent. */
export const requestId = z
  .uuid()
  .describe("Made by the client for each change that the cardholder asks for: what the change is known by.");

/** The first attempt, or the one retry that is allowed if Solaris changed its key meanwhile. */
const attempt = z
  .union([z.literal(1), z.literal(2)])
  .describe(
    "1. Only after `ERR_PIN_KEY_OUTDATED`: 2, once, with the same `request_id` and the PIN encrypted for the key fetched anew. Otherwise `ERR_ATTEMPT_REFUSED`.",
  );

const identification = { request_id: requestId, attempt };

const encryption = {
  encrypted_pin: z
    .string()
    .max(8192)
    .regex(/^[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+){4}$/)
    .describe("JWE, compact serialisation: RSA-OAEP-256, A256CBC-HS512."),
  key_id: pinKeyId,
};

/** A signed change: what Solaris takes (§2), and the id under which its outcome is recorded. */
export const pinChangeRequest = z
  .object({
    ...identification,
    ...encryption,
    device_id: opaqueId,
    signature: signatureHex.describe("By the restricted key, over the ASCII text of `encrypted_pin`."),
    ...deviceDataFields,
  })
  .meta({ id: "PinChangeRequest" });
export type PinChangeRequest = z.infer<typeof pinChangeRequest>;

/** Solaris accepted the change. Any other outcome is a problem. */
export const pinChangeResponse = z.object({ outcome: z.literal("changed") }).meta({ id: "PinChangeResponse" });

/** Begins a PIN change by change request (§3). The PIN changes only when it is confirmed. */
export const changeRequestRequest = z
  .object({ ...identification, ...encryption, route: z.enum(changeRequestRoutes) })
  .meta({ id: "ChangeRequestRequest" });
export type ChangeRequestRequest = z.infer<typeof changeRequestRequest>;

/** The change request waits to be authorised. */
export const changeRequestResponse = z
  .object({ outcome: z.literal("authorization_required") })
  .meta({ id: "ChangeRequestResponse" });

/** Requests a TAN, or a text to sign (§3a). Each repetition gives a new one with a new time limit. */
export const authorizationRequest = z
  .discriminatedUnion("route", [
    z.object({ route: z.literal("sms") }),
    z.object({ route: z.literal("device_signing"), device_id: opaqueId, ...deviceDataFields }),
  ])
  .meta({ id: "AuthorizationRequest" });
export type AuthorizationRequest = z.infer<typeof authorizationRequest>;

export const authorizationResponse = z
  .object({
    expires_at: instant.describe("Until when it can be confirmed."),
    string_to_sign: stringToSign.optional().describe("With `device_signing` only."),
  })
  .meta({ id: "AuthorizationResponse" });
export type AuthorizationResponse = z.infer<typeof authorizationResponse>;

/** Confirms the change (§3b), once. On success the answer is the same as for a signed change. */
export const confirmationRequest = z
  .discriminatedUnion("route", [
    z.object({ route: z.literal("sms"), tan: z.string().regex(codeText) }),
    z.object({
      route: z.literal("device_signing"),
      device_id: opaqueId,
      signature: signatureHex.describe("By the restricted key, over the ASCII text of `string_to_sign`."),
      ...deviceDataFields,
    }),
  ])
  .meta({ id: "ConfirmationRequest" });
export type ConfirmationRequest = z.infer<typeof confirmationRequest>;

/** Ten years, longer than any journal reaches: a greater age means a wrong clock. */
export const LONGEST_AGO_SECONDS = 315_360_000;

/**
 * Asks what became of a change. The age lets the backend tell a request that never arrived from one that it may have
 * forgotten, because a backup was restored or the change is too old. It is an age and not a time because a clock that is
 * constantly wrong still measures ages correctly. An impossible age counts as none: the question is never refused.
 */
export const settlementRequest = z
  .object({
    begun_seconds_ago: z
      .int()
      .min(0)
      .optional()
      .catch(undefined)
      .describe(
        "How long ago the app made the request id, by its own clock. Without it, and where it cannot be an age, an id that is not on record is `unknown` for 90 days after a backup was restored.",
      ),
  })
  .meta({ id: "SettlementRequest" });
export type SettlementRequest = z.infer<typeof settlementRequest>;

/**
 * What is known of a change; every state but `in_progress` is final. `not_received`: nothing had arrived, and for a day,
 * longer than any request is in transit, the backend carries out nothing under this id. `refused`: `problem` says why, and
 * the PIN is unchanged. `unknown`: it was sent to Solaris without a clear answer, or lost with a restored backup, and it
 * will stay unknown.
 */
export const pinChangeStates = ["in_progress", "not_received", "changed", "refused", "unknown"] as const;
export const pinChangeRecord = z
  .object({
    request_id: requestId,
    state: z.enum(pinChangeStates),
    card_id: opaqueId.optional(),
    changed_at: instant.optional().describe("With `changed`: when Solaris' answer was recorded."),
    problem: problemCode.optional(),
    solaris_error_id: z.string().max(SOLARIS_ERROR_IDS_LONGEST).optional(),
    retry_after_seconds: z.int().min(0).optional().describe("With `in_progress`: when to ask again."),
  })
  .meta({ id: "PinChangeRecord" });
export type PinChangeRecord = z.infer<typeof pinChangeRecord>;
