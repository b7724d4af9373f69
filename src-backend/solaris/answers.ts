import { z } from "zod";
import { CARD_WORD_LONGEST, pinKey } from "../../src-contract/api/card-schemas.ts";
import { keyPurpose, NAME_LONGEST, opaqueId, stringToSign } from "../../src-contract/api/identifiers.ts";
import { readInstant } from "./instant.ts";

// Schemas of Solaris' answers. The documents leave much open, so ids are required and descriptive fields have a fallback.
// Never published: api/ has our own answers.

const line = z.string().max(200).optional().catch(undefined);
/** RFC 3339, or undefined if unreadable. */
const maybeInstant = z.unknown().optional().transform(readInstant);

/** One account of `GET /v1/persons/{id}/accounts` (§10), of which no document shows more. */
export const solarisAccount = z.object({
  id: opaqueId,
  /** Null or absent means the person in the request. */
  person_id: z.string().max(200).nullish(),
});

/** One card of `GET /v1/accounts/{id}/cards` (docs/solaris-api.md §10). Only the id and the owner have to be readable. */
export const solarisCard = z.object({
  id: opaqueId,
  status: z.string().min(1).max(CARD_WORD_LONGEST).catch("UNKNOWN"),
  type: z.string().min(1).max(CARD_WORD_LONGEST).catch("UNKNOWN"),
  expiration_date: line,
  /** Null or absent means the account's owner. */
  person_id: z.string().max(200).nullish(),
  representation: z
    .object({ line_1: line, masked_pan: line, formatted_expiration_date: line })
    .optional()
    .catch(undefined),
});
export type SolarisCard = z.infer<typeof solarisCard>;

/** One device of `GET /v1/mfa/devices` (§6.3). */
export const solarisDevice = z.object({
  id: opaqueId,
  name: z.string().max(NAME_LONGEST).catch(""),
  /** Null or absent means the person in the request. */
  person_id: z.string().max(200).nullish(),
  created_at: maybeInstant,
  /** When it was removed; an empty text means that it was not. */
  deleted_at: z.string().nullish(),
});

const deviceKeys = z.object({
  /** Whose keys they are, for what is told of them beyond their purposes. */
  device_id: z.unknown().optional(),
  person_id: z.unknown().optional(),
  keys: z.array(z.object({ key_purpose: keyPurpose, used_at: z.unknown().optional() })).max(1000),
});

/** `GET /v1/mfa/devices/{id}/keys`: an object, or an array of such objects (Q7). Here each key, with its device and person. */
export const solarisDeviceKeys = z
  .union([deviceKeys, z.array(deviceKeys).max(100)])
  .transform((answer) => [answer].flat().flatMap(({ keys, ...owner }) => keys.map((key) => ({ ...owner, ...key }))))
  // Every device has the key that it was bound with (§6.1), so an empty list is not its list of keys.
  .refine((keys) => keys.length > 0);
export type SolarisDeviceKey = z.infer<typeof solarisDeviceKeys>[number];

/**
 * `POST /v1/mfa/devices` (§6.1). The code is already sent, so missing fields have a fallback: wherever both were seen, the
 * challenge's id is the device's.
 */
export const solarisCreatedDevice = z
  .object({
    id: opaqueId,
    challenge: z
      .object({ id: opaqueId.optional().catch(undefined), expires_at: maybeInstant })
      .catch({ id: undefined, expires_at: undefined }),
  })
  .transform(({ id, challenge }) => ({ id, challengeId: challenge.id ?? id, expiresAt: challenge.expires_at }));

/** `GET /v1/mfa/challenges/signatures/{id}` (§6.2), whose fields are inferred from those at creation. */
export const solarisChallenge = z.object({ id: z.unknown().optional(), expires_at: maybeInstant });

/**
 * `POST /v1/mfa/challenges/activation`, and one of its list (§6.6). Of its fields the code is the one that is never read: it is
 * what the letter proves.
 */
export const solarisActivation = z.object({
  id: opaqueId,
  /** Null or absent means the person in the request. */
  person_id: z.string().max(200).nullish(),
  created_at: maybeInstant,
  expires_at: maybeInstant,
  purpose: z.string().nullish(),
  delivery_method: z.string().nullish(),
});
export type SolarisActivation = z.infer<typeof solarisActivation>;

const consentFields = {
  /** Null or absent means the person in the request. */
  person_id: z.string().max(200).nullish(),
  /** What the customer said. Null or absent means what the request says. */
  event_type: z.unknown().optional(),
};

/** `POST /v1/persons/{id}/device_consents` (§9). Without its id it could not be withdrawn. */
export const solarisConsent = z.object({ id: opaqueId, ...consentFields });
export type SolarisConsent = z.infer<typeof solarisConsent>;

/** `PATCH …/device_consents/{id}` (§9). */
export const solarisChangedConsent = z.object({ id: z.unknown().optional(), ...consentFields });

/** `POST /v1/mfa/devices/{id}/keys` (§6.5). */
export const solarisAddedKey = z.object({ id: opaqueId });

/** `POST …/sca_pin_update_requests` (§3). The other fields are not needed. */
export const solarisChangeRequest = z.object({ id: opaqueId });

/** `POST /v1/change_requests/{id}/authorize` (§3a). `expires_at` is undocumented, but used if present. */
export const solarisAuthorization = z.object({
  updated_at: maybeInstant,
  expires_at: maybeInstant,
  string_to_sign: stringToSign.optional().catch(undefined),
});

/** `POST /v1/change_requests/{id}/confirm` (§3b). */
export const solarisConfirmation = z.object({
  status: z.string().max(64),
  response_code: z
    .union([
      z.int(),
      z
        .string()
        .regex(/^\d{3}$/)
        .transform(Number),
    ])
    .nullish(),
  response_body: z.unknown().optional(),
});

/** `GET …/pin_keys/latest` (§1): passed on unchanged. */
export const solarisPinKey = pinKey;
