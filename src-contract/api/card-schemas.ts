import { z } from "zod";
import { opaqueId, pinKeyId } from "./identifiers.ts";

/** Limits for the texts shown of a card, in characters. */
export const CARD_WORD_LONGEST = 64;
export const NAME_ON_CARD_LONGEST = 64;
export const EXPIRY_LONGEST = 16;

/**
 * A card as the cardholder may see it. `status` and `type` are open sets of Solaris' own words: a reader must cope with
 * unknown values (docs/solaris-api.md §10).
 */
export const card = z
  .object({
    id: opaqueId,
    status: z.string().min(1).max(CARD_WORD_LONGEST),
    type: z.string().min(1).max(CARD_WORD_LONGEST),
    masked_pan: z.string().max(32).describe("First and last digits, stars between."),
    name_on_card: z.string().max(NAME_ON_CARD_LONGEST),
    expires: z.string().max(EXPIRY_LONGEST).describe("`MM/YY` as printed on the card, or empty."),
  })
  .meta({ id: "Card" });
export type Card = z.infer<typeof card>;

/** Counting stops here. */
export const MOST_LEFT_OUT = 1_000_000;

/** How many entries could not be read or shown. An earlier backend sends none, because it knew of none. */
export const leftOut = z.int().min(0).max(MOST_LEFT_OUT).default(0);

/** Counts what was left out: only a complete list proves that something is absent. */
export const cards = z
  .object({
    cards: z.array(card),
    cards_left_out: leftOut.describe("Cards that Solaris listed and that cannot be shown."),
    accounts_left_out: leftOut.describe("Accounts whose cards Solaris would not list."),
    truncated: z.boolean().default(false).describe("Whether there can be more cards than were read."),
  })
  .meta({ id: "Cards" });
export type Cards = z.infer<typeof cards>;

/** Solaris' RSA key for PIN encryption as a JWK, passed on unchanged. Ignore its `alg`, which says `RS256` (§1). */
export const pinKey = z
  .object({
    kid: pinKeyId,
    kty: z.literal("RSA"),
    use: z.string().max(16).optional(),
    alg: z.string().max(32).optional(),
    n: z.string().regex(/^[A-Za-z0-9_-]{1,2048}$/),
    e: z.string().regex(/^[A-Za-z0-9_-]{1,16}$/),
  })
  .meta({ id: "PinKey" });
export type PinKey = z.infer<typeof pinKey>;
