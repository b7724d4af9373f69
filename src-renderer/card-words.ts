import type { CardListView, CardView } from "../src-contract/bridge/views.ts";
import { locale, words } from "./words/words.ts";

/** The number as printed, in groups of four, with dots for stars. */
export function maskedNumber({ maskedNumber: number }: CardView): string {
  return number.replaceAll("*", "•").replace(/(.{4})(?=.)/g, "$1 ");
}

/** A card's short name: its last four digits or, if Solaris gives none, its kind. */
export function cardName(card: CardView): string {
  const digits = lastDigits(card);
  return digits === undefined ? cardKind(card) : words().cards.endingIn({ lastDigits: digits });
}

/** The accessible name of the button that changes this card's PIN. */
export function changePinLabel(card: CardView): string {
  const digits = lastDigits(card);
  if (digits === undefined) return words().cards.changePinOfKind({ kind: cardKind(card) });
  return words().cards.changePinOf({ lastDigits: digits });
}

function lastDigits({ maskedNumber: number }: CardView): string | undefined {
  return /\d{4}$/.exec(number)?.[0];
}

/**
 * The kind in words, from the parts of Solaris' type (`VIRTUAL_VISA_BUSINESS_DEBIT`). The set is open: unknown parts are
 * left out, and a wholly unknown type is just a card.
 */
export function cardKind({ type }: CardView): string {
  const parts = type.toLowerCase().split("_");
  const oneOf = (...known: string[]) => known.find((part) => parts.includes(part)) ?? "other";
  const kind = words().cards.kind({
    virtual: parts.includes("virtual") ? "yes" : "no",
    user: oneOf("business", "freelance"),
    brand: oneOf("visa", "mastercard"),
    money: oneOf("debit", "credit"),
  });
  return kind.charAt(0).toLocaleUpperCase(locale()) + kind.slice(1);
}

/** Sentences about cards that are missing; empty if none is. */
export function missingCards({ cardsLeftOut, accountsLeftOut, isCutShort }: CardListView): string[] {
  const text = words().cards;
  return [
    ...(cardsLeftOut > 0 ? [text.leftOut({ count: cardsLeftOut })] : []),
    ...(accountsLeftOut > 0 ? [text.accountsLeftOut({ count: accountsLeftOut })] : []),
    ...(isCutShort ? [text.cutShort] : []),
  ];
}

/** A card's status in words. Solaris' set is open. */
export function cardStatus({ status }: CardView): string {
  const { statuses, unknownStatus } = words().cards;
  return Object.hasOwn(statuses, status) ? statuses[status as keyof typeof statuses] : unknownStatus;
}
