/** The PIN changes that this process is answering for at this moment. */
export interface InHand {
  /** Takes a request in hand: before its row says that it is under way. Answers what lets it go, after its end is written. */
  readonly take: (customerId: string, requestId: string) => () => void;
  /** For how many milliseconds it has been in hand; null where it is not. */
  readonly heldFor: (customerId: string, requestId: string) => number | null;
}

/**
 * Creates the record of what is in hand, in memory: one server has a database to itself (server-lock.ts), so whatever its
 * ledger has under way and is not here, nobody is at work on any more. No clock says so, and so no clock can be wrong
 * about it. With several servers on one database this is what has to move into it: who holds a request, and until when.
 * @param monotonic in milliseconds, never put back
 */
export function createInHand(monotonic: () => number): InHand {
  const held = new Map<string, { count: number; readonly since: number }>();
  const keyOf = (customerId: string, requestId: string) => `${customerId} ${requestId}`;
  return {
    take: (customerId, requestId) => {
      const key = keyOf(customerId, requestId);
      const hold = held.get(key) ?? { count: 0, since: monotonic() };
      hold.count += 1;
      held.set(key, hold);
      let isHeld = true;
      return () => {
        if (!isHeld) return;
        isHeld = false;
        hold.count -= 1;
        if (hold.count === 0) held.delete(key);
      };
    },
    heldFor: (customerId, requestId) => {
      const hold = held.get(keyOf(customerId, requestId));
      return hold === undefined ? null : monotonic() - hold.since;
    },
  };
}
