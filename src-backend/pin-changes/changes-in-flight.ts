/** The PIN changes that this process is working on. */
export type InFlight = ReturnType<typeof createInFlight>;

/**
 * Creates the set of changes in flight, in memory. One server owns the database (server-lock.ts), so a change that the
 * ledger has as under way and that is not here was abandoned. That needs no clock, which could be wrong. Several servers on
 * one database would need this in the database: which server holds a request, and for how long.
 * @param monotonic in milliseconds
 */
export function createInFlight(monotonic: () => number) {
  const held = new Map<string, { count: number; readonly since: number }>();
  const keyOf = (rowId: string, requestId: string) => `${rowId} ${requestId}`;
  let tellEmpty: (() => void)[] = [];
  return {
    /**
     * Adds a request, before its row says that it is under way.
     * @returns a function that removes it; call it after its outcome is written
     */
    take: (rowId: string, requestId: string): (() => void) => {
      const key = keyOf(rowId, requestId);
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
    /** For how many milliseconds it has been in flight; null if it is not. */
    heldFor: (rowId: string, requestId: string): number | null => {
      const hold = held.get(keyOf(rowId, requestId));
      return hold === undefined ? null : monotonic() - hold.since;
    },
    /** Waits until nothing is in flight: then every outcome is written. */
    untilEmpty: async (): Promise<void> => {
      if (held.size > 0) await new Promise<void>((resolve) => tellEmpty.push(resolve));
    },
  };
}
