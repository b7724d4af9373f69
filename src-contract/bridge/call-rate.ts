/** How often something may be done. */
export interface CallLimit {
  /** How often at the same time. */
  readonly atOnce: number;
  /** How often in a row, after a rest. */
  readonly inARow: number;
  /** How long it takes, in milliseconds, until one more may follow. */
  readonly oneMoreMs: number;
}

/** Keeps count of what is done under one limit. */
export interface CallRate {
  /** Begins one. @returns false where it would be one too many, which does not count */
  enter(): boolean;
  /** Ends one that was begun. */
  leave(): void;
}

/** A token bucket. @param now milliseconds, by a clock that nobody sets */
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
