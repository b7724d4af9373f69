/** The sandbox's clock. It follows the computer's and can be moved forward, so tests need not wait for an expiry. */
export type Clock = ReturnType<typeof createClock>;

/** Creates a clock that has not been moved. */
export function createClock() {
  let ahead = 0;
  return {
    /** Now, in milliseconds since the epoch. */
    now: () => Date.now() + ahead,
    /** Moves it forward. */
    advance: (seconds: number): void => {
      ahead += seconds * 1000;
    },
    /** How far it has been moved, in milliseconds. */
    aheadMs: () => ahead,
  };
}

/** A time with milliseconds, as in challenges (docs/solaris-api.md §6.1). */
export function formatTime(time: number): string {
  return new Date(time).toISOString();
}

/** A time in whole seconds, as in devices (docs/solaris-api.md §6.3). */
export function formatTimeInSeconds(time: number): string {
  return formatTime(time).replace(/\.\d{3}Z$/, "Z");
}
