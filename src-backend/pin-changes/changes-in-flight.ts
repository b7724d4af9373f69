/** The PIN changes that this process is working on. */
export type InFlight = ReturnType<typeof createInFlight>;

/**
 * Creates the set of changes in flight, in memory. It is for what only this process can know: that it works on a change,
 * whatever the clocks say, and that all of them have ended before it stops. What another instance works on is in the ledger
 * (`heldUntil`, records.ts). One server owns a SQLite file (server-lock.ts), so there a change that is under way and not
 * here was abandoned, which needs no clock.
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
