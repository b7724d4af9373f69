import type { LockReason, LockTimes } from "../../src-contract/bridge/views.ts";
import { log } from "../log.ts";
import type { CurrentCustomer } from "./current-customer.ts";

/**
 * Ends the session of a cardholder who has left (PSD2 RTS article 4(3)(d): at most five minutes without activity). Locked
 * means signed out: main drops the token, gives up the open step, and reloads the window empty. Main counts the time by what
 * it sees itself: the window alone cannot keep anybody signed in.
 */
export type SessionLock = ReturnType<typeof createSessionLock>;

interface Dependencies {
  readonly times: LockTimes;
  readonly customer: CurrentCustomer;
  /** Gives up the open step and wipes main's copy of its data. */
  readonly forget: () => void;
  /** Empties the window's memory by reloading it (docs/threat-model.md#window-loaded-anew). */
  readonly reloadWindow: () => void;
}

/** Locks nothing before `begin`. */
export function createSessionLock({ times, customer, forget, reloadWindow }: Dependencies) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lockedBecause: LockReason | null = null;
  let seenAt = 0; // by a monotonic clock

  /** Milliseconds since the cardholder's last activity. */
  const quietMs = () => performance.now() - seenAt;
  /** Locks at once, if somebody is signed in. */
  const lock = (reason: LockReason) => {
    clearTimeout(timer);
    if (customer.get() === null) return;
    lockedBecause = reason;
    customer.clear();
    forget();
    log({ event: "session_locked", reason });
    reloadWindow();
  };

  return {
    /** Restarts the quiet time after a sign-in or an answered warning. */
    begin(): void {
      clearTimeout(timer);
      if (customer.get() === null) return;
      lockedBecause = null;
      seenAt = performance.now();
      const wait = () => {
        const left = times.quietMs + times.warningMs - quietMs();
        if (left <= 0) lock("idle");
        else timer = setTimeout(wait, Math.ceil(left));
      };
      wait();
    },
    /** Notes the cardholder's input. It does not count once the warning is due, which needs an answer. */
    noteInput(): void {
      if (quietMs() < times.quietMs) seenAt = performance.now();
    },
    quietMs,
    lock,
    /** Why the last session was locked, until the next begins. */
    reason: (): LockReason | null => lockedBecause,
  };
}
