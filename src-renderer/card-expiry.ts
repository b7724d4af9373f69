/** How long before its last day a card is said to expire soon: about the time in which banks send the next one. */
const SOON_MS = 60 * 24 * 60 * 60 * 1000;

export type Expiry = "later" | "soon" | "over" | "unknown";

/**
 * Whether a card still counts, by the bank's clock; the bank decides. A card is valid to the end of its month.
 * @param expires `MM/YY` as on the card
 * @param now milliseconds since 1970
 */
export function expiryOf(expires: string, now: number): Expiry {
  const [, month, year] = /^(0[1-9]|1[0-2])\/(\d\d)$/.exec(expires) ?? [];
  if (month === undefined || year === undefined) return "unknown";
  const over = new Date(2000 + Number(year), Number(month), 1).getTime(); // months count from 0: the first of the next
  if (now >= over) return "over";
  return now >= over - SOON_MS ? "soon" : "later";
}
