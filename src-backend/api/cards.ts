import { z } from "zod";
import { deviceData, opaqueId, signatureHex } from "./identifiers.ts";

/**
 * A card as the cardholder may see it. `status` and `type` are Solaris' own words and open sets:
 * a reader must cope with values it does not know (solaris-api §10).
 */
export const card = z
  .object({
    id: opaqueId,
    status: z.string().min(1).max(64),
    type: z.string().min(1).max(64),
    masked_pan: z.string().max(32).describe("First and last digits, stars between."),
    name_on_card: z.string().max(64),
    expires: z.string().max(16).describe("`MM/YY` as printed on the card, or empty."),
  })
  .meta({ id: "Card" });
export type Card = z.infer<typeof card>;

export const cards = z.object({ cards: z.array(card) }).meta({ id: "Cards" });
export type Cards = z.infer<typeof cards>;

/** Solaris' RSA key for PIN encryption as a JWK, passed on unchanged. `alg` says `RS256` and is not to be used (§1). */
export const pinKey = z
  .object({
    kid: z.string().min(1).max(256),
    kty: z.literal("RSA"),
    use: z.string().max(16).optional(),
    alg: z.string().max(32).optional(),
    n: z.string().regex(/^[A-Za-z0-9_-]{1,2048}$/),
    e: z.string().regex(/^[A-Za-z0-9_-]{1,16}$/),
  })
  .meta({ id: "PinKey" });
export type PinKey = z.infer<typeof pinKey>;

/** The body of a PIN change, field for field what Solaris takes (§2). */
export const pinChangeRequest = z
  .object({
    device_id: opaqueId,
    encrypted_pin: z
      .string()
      .max(8192)
      .regex(/^[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+){4}$/)
      .describe("JWE, compact serialisation: RSA-OAEP-256, A256CBC-HS512."),
    key_id: z.string().min(1).max(256),
    signature: signatureHex.describe("By the restricted key, over the ASCII text of `encrypted_pin`."),
    device_data: deviceData,
  })
  .meta({ id: "PinChangeRequest" });
export type PinChangeRequest = z.infer<typeof pinChangeRequest>;

/** Solaris said yes. Any other end is a problem. */
export const pinChangeResponse = z.object({ outcome: z.literal("changed") }).meta({ id: "PinChangeResponse" });
