import { z } from "zod";
import { instant, opaqueId, publicKeyHex } from "../../src-contract/api/identifiers.ts";
import { DEVICE_NAME_LONGEST } from "../../src-contract/rules/device-name.ts";
import { PASSCODE_ATTEMPTS } from "../../src-contract/rules/passcode.ts";
import { presentable } from "../backend/presentable-text.ts";
import { wrappedKey } from "./key-wrapping.ts";

/** A stored P-256 key pair: the private scalar as base64url, the public point as hex (docs/solaris-api.md §6.1). */
const keyPair = z.strictObject({
  private_key: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  public_key: publicKeyHex,
});
export type KeyPair = z.infer<typeof keyPair>;

/** The restricted key: its private half is always wrapped, usable only with the device passcode. */
const restrictedKey = z.strictObject({ public_key: publicKeyHex, wrapped: wrappedKey });
export type RestrictedKey = z.infer<typeof restrictedKey>;

/** Which token has the key, or will have it: the profile's name of a module, and the token's own names (docs/hardware-key.md). */
const tokenPlace = z.strictObject({
  module: z.string().max(40),
  serial: z.string().max(16),
  label: z.string().max(32),
});

const tokenKeyId = z.string().regex(/^[0-9a-f]{32}$/);

/** The restricted key on a token, by its id there: nothing here could sign. */
const restrictedKeyOnToken = z.strictObject({
  public_key: publicKeyHex,
  token: tokenPlace,
  key_id: tokenKeyId,
});
const anyRestrictedKey = z.union([restrictedKey, restrictedKeyOnToken]);

const everyStage = {
  version: z.literal(2),
  /** The owner (enrolment-scope.ts); an entry found under another name is not ours. */
  scope: z.string(),
  computer_name: z
    .string()
    .min(1)
    .max(DEVICE_NAME_LONGEST)
    .transform((name) => presentable(name, DEVICE_NAME_LONGEST) || "–"), // other programs can write to the keychain too
  unrestricted: keyPair,
};
/** Until there is a restricted key. Absent: the keychain will have it. */
const beforeKey = { ...everyStage, token: tokenPlace.exactOptional() };

/**
 * The keychain entry for one customer on this computer. Its stage says how far the binding has come; only `bound` counts as
 * bound. It is written before and after each step, so a kill at any point leaves a stage to continue from.
 */
export const enrolmentRecord = z.discriminatedUnion("stage", [
  /** A key exists; a device may have been requested, but no answer was recorded. */
  z.strictObject({ ...beforeKey, stage: z.literal("requested") }),
  /** Solaris has sent a one-time code, or knows that of a letter, and waits for its signature. */
  z.strictObject({
    ...beforeKey,
    stage: z.literal("challenged"),
    /** Only where it is that of a letter, because versions before 1.0 do not know the field. */
    challenge_type: z.literal("activation_code").optional(),
    device_id: opaqueId,
    challenge_id: opaqueId,
    expires_at: instant,
  }),
  /** The code was accepted; the passcode is next, or the token's PIN. */
  z.strictObject({
    ...beforeKey,
    stage: z.literal("verified"),
    device_id: opaqueId,
    /** Of the key that the token was asked to make: it may be there though no answer came. */
    token_key_id: tokenKeyId.exactOptional(),
  }),
  /** The restricted key exists, wrapped or on a token; Solaris may not have it yet. */
  z.strictObject({ ...everyStage, stage: z.literal("keyed"), device_id: opaqueId, restricted: anyRestrictedKey }),
  z.strictObject({
    ...everyStage,
    stage: z.literal("bound"),
    device_id: opaqueId,
    restricted: anyRestrictedKey,
    /** Consecutive ones, written before each check (passcode-attempts.ts). A token counts its own. */
    wrong_passcodes: z.int().min(0).max(PASSCODE_ATTEMPTS),
  }),
  /** Too many wrong passcodes: the restricted key is gone. */
  z.strictObject({ ...everyStage, stage: z.literal("erased"), device_id: opaqueId }),
]);
export type EnrolmentRecord = z.infer<typeof enrolmentRecord>;
export type RecordAt<Stage extends EnrolmentRecord["stage"]> = Extract<EnrolmentRecord, { stage: Stage }>;

/** The record in a keychain entry's text, or null if it is not one of ours. */
export function parseEnrolmentRecord(text: string, scope: string): EnrolmentRecord | null {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return null; // the caller reports the entry as unreadable
  }
  const parsed = enrolmentRecord.safeParse(json);
  return parsed.success && parsed.data.scope === scope ? parsed.data : null;
}
