import type { CardView } from "../src-preload/contract/views.ts";
import { words } from "./words/words.ts";

/** The number as it is printed, in groups of four, stars as dots. */
export function maskedNumber({ maskedNumber: number }: CardView): string {
  return number.replaceAll("*", "•").replace(/(.{4})(?=.)/g, "$1 ");
}

/** How a card is called in a sentence: by its last four digits or, where Solaris names none, by its kind. */
export function cardName(card: CardView): string {
  const lastDigits = /\d{4}$/.exec(card.maskedNumber)?.[0];
  return lastDigits === undefined ? words.cards.theKind(cardKind(card)) : words.cards.endingIn(lastDigits);
}

const brands: Readonly<Record<string, string>> = { MASTERCARD: "Mastercard", VISA: "Visa" };

/**
 * The kind in words, from the parts of Solaris' type (`VIRTUAL_VISA_BUSINESS_DEBIT`). The set is open: parts that are
 * not known are left out, and a type of which nothing is known is just a card.
 */
export function cardKind({ type }: CardView): string {
  const parts = type.split("_");
  const { virtual, business, freelance, debit, credit, card } = words.cards.kind;
  const adjectives = { VIRTUAL: virtual, BUSINESS: business, FREELANCE: freelance };
  const brand = parts.map((part) => (Object.hasOwn(brands, part) ? brands[part] : undefined)).find(Boolean);
  const noun = parts.includes("DEBIT") ? debit : parts.includes("CREDIT") ? credit : card;
  const known = Object.entries(adjectives).filter(([part]) => parts.includes(part));
  const text = [...known.map(([, word]) => word), brand, noun].filter(Boolean).join(" ");
  return text.charAt(0).toUpperCase() + text.slice(1);
}
