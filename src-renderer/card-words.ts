import type { CardListView, CardView } from "../src-contract/bridge/views.ts";
import { folded } from "./folded.ts";
import { locale, words } from "./words/words.ts";

/** A card's name: its kind and, if Solaris gives them, its last four digits. */
export function cardTitle(card: CardView): string {
  const digits = lastDigits(card);
  const kind = cardKind(card);
  return digits === undefined ? kind : words().cards.endingIn({ kind, lastDigits: digits });
}

/** The accessible name of the button that changes this card's PIN. */
export function changePinLabel(card: CardView): string {
  const digits = lastDigits(card);
  if (digits === undefined) return words().cards.changePinOfKind({ kind: cardKind(card) });
  return words().cards.changePinOf({ lastDigits: digits });
}

/** The last four digits of the number; undefined if Solaris gives none. */
export function lastDigits({ maskedNumber: number }: CardView): string | undefined {
  return /\d{4}$/.exec(number)?.[0];
}

/** Whether there is nothing of it to hold in the hand. */
export const isVirtual = ({ type }: CardView): boolean => partsOf(type).includes("virtual");

const partsOf = (type: string) => type.toLowerCase().split("_");

/**
 * The kind in words, from the parts of Solaris' type (`VIRTUAL_VISA_BUSINESS_DEBIT`). The set is open: unknown parts are
 * left out, and a wholly unknown type is just a card.
 */
export function cardKind({ type }: CardView): string {
  const parts = partsOf(type);
  const oneOf = (...known: string[]) => known.find((part) => parts.includes(part)) ?? "other";
  const kind = words().cards.kind({
    virtual: parts.includes("virtual") ? "yes" : "no",
    user: oneOf("business", "freelance"),
    brand: oneOf("visa", "mastercard"),
    money: oneOf("debit", "credit"),
  });
  return kind.charAt(0).toLocaleUpperCase(locale()) + kind.slice(1);
}

/** Whether a card is one that is looked for, by any words of its name, number, holder, expiry or status. */
export function matchesSearch(card: CardView, sought: string): boolean {
  const shown = [cardTitle(card), card.maskedNumber, card.nameOnCard, card.expires, cardStatus(card)].join(" ");
  const text = folded(shown);
  return folded(sought)
    .split(/\s+/)
    .every((word) => text.includes(word));
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
