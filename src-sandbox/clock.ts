export type Clock = {
  /** Now, in milliseconds since the epoch. */
  readonly now: () => number;
  readonly advance: (seconds: number) => void;
  /** How far it was moved, in milliseconds. */
  readonly aheadMs: () => number;
};

/** Creates a clock that runs with the computer's and can be moved forward, so that nobody has to wait for an expiry. */
export function createClock(): Clock {
  let ahead = 0;
  return {
    now: () => Date.now() + ahead,
    advance: (seconds) => {
      ahead += seconds * 1000;
    },
    aheadMs: () => ahead,
  };
}

/** A time with milliseconds, as challenges carry it (solaris-api §6.1). */
export function formatTime(time: number): string {
  return new Date(time).toISOString();
}

/** A time in whole seconds, as devices carry it (solaris-api §6.3). */
export function formatTimeInSeconds(time: number): string {
  return formatTime(time).replace(/\.\d{3}Z$/, "Z");
}
