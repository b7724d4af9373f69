/** A limit for repeated calls. */
export interface CallLimit {
  /** The most calls at the same time. */
  readonly atOnce: number;
  /** The most calls in a burst. */
  readonly inARow: number;
  /** Milliseconds until the burst has room for one more. */
  readonly oneMoreMs: number;
}

/** Counts the calls under one limit. */
export interface CallRate {
  /** Begins a call. @returns false if the limit is reached; a refused call does not count */
  enter(): boolean;
  /** Ends a call that `enter` let in. */
  leave(): void;
}

/** A token bucket. @param now milliseconds of a monotonic clock */
export function createCallRate({ atOnce, inARow, oneMoreMs }: CallLimit, now: () => number): CallRate {
  let running = 0;
  let left = inARow;
  let countedAt = now();
  return {
    enter() {
      left = Math.min(inARow, left + (now() - countedAt) / oneMoreMs);
      countedAt = now();
      if (running >= atOnce || left < 1) return false;
      running += 1;
      left -= 1;
      return true;
    },
    leave() {
      running -= 1;
    },
  };
}
