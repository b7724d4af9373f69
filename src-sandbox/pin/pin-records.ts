import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type { Clock } from "../clock.ts";
import type { Card } from "../people/person.ts";

export type PinChange = { readonly card_id: string; readonly masked_pan: string; readonly changed_at: number };

/** What is kept of a PIN: enough to compare it, too little to tell it. */
export type SealedPin = { readonly salt: Buffer; readonly hash: Buffer };

/** What the sandbox knows of the cards' PINs. */
export type PinRecords = ReturnType<typeof createPinRecords>;

const kept = 1000;

/**
 * Remembers PINs well enough to say whether a card has a given one, and no better: a keyed hash with a salt per change
 * and a key that dies with the process. A card has no PIN until the first change.
 */
export function createPinRecords(clock: Clock) {
  const key = randomBytes(32);
  const records = new Map<string, SealedPin>();
  const counts = new Map<string, number>();
  const changes: PinChange[] = [];
  const hashPin = (cardId: string, salt: Buffer, pin: string): Buffer =>
    createHmac("sha256", key).update(salt).update(`${cardId}/${pin}`).digest();
  return {
    /** Turns a card's new PIN into what may be kept of it, also while a change waits to be confirmed. */
    seal: (card: Card, pin: string): SealedPin => {
      const salt = randomBytes(16);
      return { salt, hash: hashPin(card.id, salt, pin) };
    },
    /** The card has this PIN from now on. */
    save: (card: Card, sealed: SealedPin): void => {
      records.set(card.id, sealed);
      counts.set(card.id, (counts.get(card.id) ?? 0) + 1);
      changes.unshift({ card_id: card.id, masked_pan: card.representation.masked_pan, changed_at: clock.now() });
      changes.splice(kept);
    },
    /** Whether it is the card's PIN. Null: the PIN was changed before this start, and nothing was kept of it. */
    matches: (cardId: string, pin: string): boolean | null => {
      const record = records.get(cardId);
      if (record === undefined) return counts.has(cardId) ? null : false;
      return timingSafeEqual(record.hash, hashPin(cardId, record.salt, pin));
    },
    /** How often the card's PIN was changed. */
    countChanges: (cardId: string) => counts.get(cardId) ?? 0,
    /** Newest first. */
    listChanges: (): readonly PinChange[] => changes,
    /** What is known from an earlier start: how often each card's PIN was changed, and the changes, newest first. */
    restore: (before: ReadonlyMap<string, number>, changesBefore: readonly PinChange[]): void => {
      for (const [cardId, count] of before) if (count > 0) counts.set(cardId, count);
      changes.push(...changesBefore);
    },
  };
}
