import { CONFIRMATION_SECONDS } from "../../src-contract/rules/confirmation-time.ts";

/**
 * The time at the backend: the Date of its newest answer (RFC 9110 §6.6.1), counted on by a monotonic clock. This computer's
 * own clock may be wrong by hours, so it is used only where no answer had a Date. The monotonic clock may stand still while
 * the computer sleeps (CLOCK_MONOTONIC of Linux does); but after that the cardholder signs in anew, and the answer to that
 * says the time again.
 */
export type ServerClock = ReturnType<typeof createServerClock>;

const DOCUMENTED_LIFETIME_MS = CONFIRMATION_SECONDS * 1000;
/** A longer lifetime shows that another clock was used. */
const LONGEST_LIFETIME_MS = 3_600_000;
/** A Date header names the second that has begun (RFC 9110 §5.6.7): it is counted as over, so that nothing seems to last longer than it does. */
const A_SECOND_MS = 1000;

/** RFC 3339 can still express the times that follow this one, for longer than any program runs. */
const LATEST_MS = Date.UTC(9000, 0, 1);

/** @param monotonicMs, ownMs for the tests: milliseconds, of a clock that nobody sets and of this computer's */
export function createServerClock(monotonicMs = () => performance.now(), ownMs: () => number = Date.now) {
  let ahead: number | null = null;
  const now = () => (ahead === null ? ownMs() : ahead + monotonicMs());

  return {
    /** @param date an answer's Date header, as soon as it is known to be the backend's own */
    note(date: string | null): void {
      const at = Date.parse(date ?? "");
      if (at >= 0 && at < LATEST_MS) ahead = at + A_SECOND_MS - monotonicMs();
    },
    /**
     * Until when what was sent by the answer just noted is good, by this clock (RFC 3339).
     * @param said what the answer says; where that cannot be so, the documented lifetime takes its place
     */
    expiryOf(said: string): string {
      const left = Date.parse(said) - now();
      const isSo = ahead !== null && left > 0 && left <= LONGEST_LIFETIME_MS;
      return isSo ? said : new Date(now() + DOCUMENTED_LIFETIME_MS).toISOString();
    },
    /** How long until then, in milliseconds, by this clock; 0 where it is over. @param expiry as `expiryOf` gave it */
    msUntil(expiry: string): number {
      const left = Date.parse(expiry) - now();
      return left <= LONGEST_LIFETIME_MS ? Math.max(0, left) : DOCUMENTED_LIFETIME_MS;
    },
  };
}
