import { CONFIRMATION_SECONDS } from "../../src-contract/rules/confirmation-time.ts";

/**
 * The backend's time: the Date of its newest answer (RFC 9110 §6.6.1) plus the monotonic time since. This computer's own
 * clock may be wrong by hours, so it only serves until an answer has a Date. The monotonic clock may stop while the computer
 * sleeps (Linux' CLOCK_MONOTONIC does), but then the cardholder signs in again, and that answer has a new Date.
 */
export type ServerClock = ReturnType<typeof createServerClock>;

const DOCUMENTED_LIFETIME_MS = CONFIRMATION_SECONDS * 1000;
/** A longer lifetime shows a wrong clock. */
const LONGEST_LIFETIME_MS = 3_600_000;
/** A Date header names the current second (RFC 9110 §5.6.7). Counting it as over keeps lifetimes from seeming too long. */
const A_SECOND_MS = 1000;

/** Early enough for RFC 3339 to express the times that follow while the program runs. */
const LATEST_MS = Date.UTC(9000, 0, 1);

/** @param monotonicMs, ownMs for tests: milliseconds of a monotonic clock and of this computer's clock */
export function createServerClock(monotonicMs = () => performance.now(), ownMs: () => number = Date.now) {
  let ahead: number | null = null;
  const now = () => (ahead === null ? ownMs() : ahead + monotonicMs());

  return {
    /** Whether an answer has said the time. */
    isSet: () => ahead !== null,
    /** Milliseconds since the epoch. */
    now,
    /** @param date the Date header of an answer that is known to be the backend's */
    note(date: string | null): void {
      const at = Date.parse(date ?? "");
      if (at >= 0 && at < LATEST_MS) ahead = at + A_SECOND_MS - monotonicMs();
    },
    /**
     * When the code or TAN of the answer just noted expires, by this clock (RFC 3339).
     * @param said the answer's value; an impossible one is replaced by the documented lifetime
     */
    expiryOf(said: string): string {
      const left = Date.parse(said) - now();
      const isSo = ahead !== null && left > 0 && left <= LONGEST_LIFETIME_MS;
      return isSo ? said : new Date(now() + DOCUMENTED_LIFETIME_MS).toISOString();
    },
    /** Whether a code of earlier can end then: it may be over, but not be valid for longer than any is. */
    isPossibleExpiry: (said: string): boolean => ahead !== null && Date.parse(said) - now() <= LONGEST_LIFETIME_MS,
    /** Milliseconds left until then by this clock; 0 if it is over. @param expiry as `expiryOf` gave it */
    msUntil(expiry: string): number {
      const left = Date.parse(expiry) - now();
      return left <= LONGEST_LIFETIME_MS ? Math.max(0, left) : DOCUMENTED_LIFETIME_MS;
    },
  };
}
