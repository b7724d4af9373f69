import { z } from "zod";
import { opaqueId } from "./identifiers.ts";

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

/** How many entries could not be read or shown. Who sends none, an earlier backend, has left none out that it knew of. */
export const leftOut = z.int().min(0).max(1_000_000).default(0);

/** What was left out is counted and never silently missing: a list is only proof of absence where it is whole. */
export const cards = z
  .object({
    cards: z.array(card),
    cards_left_out: leftOut.describe("Cards that Solaris listed and that cannot be shown."),
    accounts_left_out: leftOut.describe("Accounts whose cards Solaris would not list."),
    truncated: z.boolean().default(false).describe("Whether there can be more cards than were read."),
  })
  .meta({ id: "Cards" });
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
