/** When main's answers arrived, by this page's monotonic clock (`performance.now()`). */
const arrivals = new WeakMap<object, number>();

/** Remembers when an answer arrived whose durations count from then on. */
export function noteReceived(said: object): number {
  const at = arrivals.get(said) ?? performance.now();
  arrivals.set(said, at);
  return at;
}

/**
 * The deadline that an answer's duration means, by `performance.now()`, because this computer's clock may be wrong or
 * change.
 * @param ms from its arrival; null or undefined means no deadline
 */
export function deadlineAfter(said: object | null | undefined, ms: number | null | undefined): number | null {
  return said == null || ms == null ? null : noteReceived(said) + ms;
}
