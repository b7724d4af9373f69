/** When what main said arrived, by this page's own clock, which nobody sets (`performance.now()`). */
const arrivals = new WeakMap<object, number>();

/** Remembers when something of main's arrived that says how long something else takes from then on. */
export function noteReceived(said: object): number {
  const at = arrivals.get(said) ?? performance.now();
  arrivals.set(said, at);
  return at;
}

/**
 * The moment that something of main's speaks of, by `performance.now()`: this computer's own clock may be wrong, or be set.
 * @param ms from its arrival on; null or undefined: none
 */
export function deadlineAfter(said: object | null | undefined, ms: number | null | undefined): number | null {
  return said == null || ms == null ? null : noteReceived(said) + ms;
}
