import type { LockReason, LockTimes } from "../../src-contract/bridge/views.ts";
import { log } from "../log.ts";
import type { CurrentCustomer } from "./current-customer.ts";

/**
 * Ends the session of a cardholder who has left (PSD2 RTS article 4(3)(d): at most five minutes without activity). Locked
 * means signed out: main drops the credentials, gives up the open step, and reloads the window empty. Main counts the time by what
 * it sees itself: the window alone cannot keep anybody signed in.
 */
export type SessionLock = ReturnType<typeof createSessionLock>;

interface Dependencies {
  readonly times: LockTimes;
  /** How long a sign-in waits for the browser. */
  readonly browserMs: number;
  readonly customer: CurrentCustomer;
  /** Ends the sign-in that waits for the browser, whoever is signed in. */
  readonly leave: () => void;
  /** Gives up the open step and wipes main's copy of its data. */
  readonly forget: () => void;
  /** Empties the window's memory by reloading it (docs/threat-model.md#window-loaded-anew). */
  readonly reloadWindow: () => void;
}

/** Locks nothing before `begin`. */
export function createSessionLock({ times, browserMs, customer, leave, forget, reloadWindow }: Dependencies) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lockedBecause: LockReason | null = null;
  let seenAt = 0; // by a monotonic clock
  let holds = 0;
  /** The warning was due as the hold began, and no press went with it: then it stays, and still needs an answer. */
  let wasDue = false;

  const see = () => {
    seenAt = performance.now();
    wasDue = false;
  };
  const sinceSeen = () => performance.now() - seenAt;
  /** Milliseconds that the provider's page may still be in front without any input here; 0 if none is. */
  const heldMs = () => (holds > 0 ? Math.max(0, browserMs - sinceSeen()) : 0);
  /** Milliseconds since the cardholder's last activity. */
  const quietMs = () => (heldMs() > 0 && !wasDue ? 0 : sinceSeen());
  /** Locks at once, if somebody is signed in. */
  const lock = (reason: LockReason) => {
    clearTimeout(timer);
    leave();
    forget(); // also a change that waits for a sign-in
    if (customer.get() === null) return;
    lockedBecause = reason;
    customer.clear();
    log({ event: "session_locked", reason });
    reloadWindow();
  };

  /** Locks once it has been quiet for long enough. Also without anybody: a change may wait for them to sign in again. */
  const wait = () => {
    clearTimeout(timer);
    const left = heldMs() || times.quietMs + times.warningMs - sinceSeen();
    if (left > 0) timer = setTimeout(wait, Math.ceil(left));
    else if (customer.get() === null) forget();
    else lock("idle");
  };

  return {
    /** Restarts the quiet time after a sign-in or an answered warning. @param isThere whether that shows that somebody is */
    begin(isThere = true): void {
      if (customer.get() === null) return;
      lockedBecause = null;
      if (isThere) see();
      wait();
    },
    /**
     * Somebody may be at work at the provider's page, which no input shows. Until `release` this counts as activity, for as
     * long as a sign-in waits: from the last input on, so that the window cannot keep a session open by asking again.
     * @param isThere whether main itself sees somebody at the window
     */
    hold(isThere: boolean): void {
      if (isThere) see();
      else if (holds === 0) wasDue = sinceSeen() >= times.quietMs;
      holds++;
    },
    /** @param isThere whether somebody has just signed in at the provider; if not, all of that time was quiet */
    release(isThere: boolean): void {
      holds--;
      if (isThere) see();
      wait();
    },
    /** Notes the cardholder's input. It does not count once the warning is due, which needs an answer. */
    noteInput(): void {
      if (quietMs() < times.quietMs) see();
    },
    quietMs,
    lock,
    /** Why the last session was locked, until the next begins. */
    reason: (): LockReason | null => lockedBecause,
  };
}
