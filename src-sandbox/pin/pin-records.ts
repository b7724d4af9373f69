import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type { Clock } from "../clock.ts";
import type { Card } from "../people/person.ts";

export type PinChange = { readonly card_id: string; readonly masked_pan: string; readonly changed_at: number };

/** The stored form of a PIN: enough to compare it, too little to recover it. */
export type SealedPin = { readonly salt: Buffer; readonly hash: Buffer };

/** What the sandbox knows about the cards' PINs. */
export type PinRecords = ReturnType<typeof createPinRecords>;

const kept = 1000;

/**
 * Stores PINs only as a keyed hash, with a salt per change and a key that dies with the process: enough to check whether a
 * card has a given PIN. A card has no PIN until its first change.
 */
export function createPinRecords(clock: Clock) {
  const key = randomBytes(32);
  const records = new Map<string, SealedPin>();
  const counts = new Map<string, number>();
  const changes: PinChange[] = [];
  const hashPin = (cardId: string, salt: Buffer, pin: string): Buffer =>
    createHmac("sha256", key).update(salt).update(`${cardId}/${pin}`).digest();
  return {
    /** Seals a card's new PIN for storage, also while a change waits for confirmation. */
    seal: (card: Card, pin: string): SealedPin => {
      const salt = randomBytes(16);
      return { salt, hash: hashPin(card.id, salt, pin) };
    },
    /** Gives the card this PIN. */
    save: (card: Card, sealed: SealedPin): void => {
      records.set(card.id, sealed);
      counts.set(card.id, (counts.get(card.id) ?? 0) + 1);
      changes.unshift({ card_id: card.id, masked_pan: card.representation.masked_pan, changed_at: clock.now() });
      changes.splice(kept);
    },
    /** Whether it is the card's PIN. Null if the PIN was changed before this start, whose hash is gone. */
    matches: (cardId: string, pin: string): boolean | null => {
      const record = records.get(cardId);
      if (record === undefined) return counts.has(cardId) ? null : false;
      return timingSafeEqual(record.hash, hashPin(cardId, record.salt, pin));
    },
    /** How often the card's PIN was changed. */
    countChanges: (cardId: string) => counts.get(cardId) ?? 0,
    /** Newest first. */
    listChanges: (): readonly PinChange[] => changes,
    /** Restores an earlier start's counts by card, and its changes, newest first. */
    restore: (before: ReadonlyMap<string, number>, changesBefore: readonly PinChange[]): void => {
      for (const [cardId, count] of before) if (count > 0) counts.set(cardId, count);
      changes.push(...changesBefore);
    },
  };
}
