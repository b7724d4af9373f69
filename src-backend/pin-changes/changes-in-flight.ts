/** The PIN changes that this process is answering for at this moment. */
export type InFlight = ReturnType<typeof createInFlight>;

/**
 * Creates the record of what is in hand, in memory: one server has a database to itself (server-lock.ts), so if its
 * ledger has a change under way that is not here, nobody works on it any more. No clock decides that, so no clock can be
 * wrong about it. With several servers on one database this has to move into it: which server holds a request, and how long.
 * @param monotonic in milliseconds, never put back
 */
export function createInFlight(monotonic: () => number) {
  const held = new Map<string, { count: number; readonly since: number }>();
  const keyOf = (customerId: string, requestId: string) => `${customerId} ${requestId}`;
  let tellEmpty: (() => void)[] = [];
  return {
    /**
     * Takes a request in hand, before its row says that it is under way.
     * @returns what lets it go, to be called after its end is written
     */
    take: (customerId: string, requestId: string): (() => void) => {
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
        if (held.size > 0) return;
        for (const tell of tellEmpty) tell();
        tellEmpty = [];
      };
    },
    /** For how many milliseconds it has been in hand; null where it is not. */
    heldFor: (customerId: string, requestId: string): number | null => {
      const hold = held.get(keyOf(customerId, requestId));
      return hold === undefined ? null : monotonic() - hold.since;
    },
    /** Waits until nothing is in hand: the end of each is written. */
    untilEmpty: async (): Promise<void> => {
      if (held.size > 0) await new Promise<void>((resolve) => tellEmpty.push(resolve));
    },
  };
}
