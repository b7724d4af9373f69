import type { LockReason, LockTimes } from "../../src-contract/bridge/views.ts";
import { log } from "../log.ts";
import type { CurrentCustomer } from "./current-customer.ts";

/**
 * Ends the session of who has gone (PSD2 RTS article 4(3)(d): at most five minutes without activity). Locked means signed
 * out: the token is dropped, the open step is given up, the window starts afresh and empty. Time is counted here, by what
 * main itself has seen of the cardholder: the window's word alone keeps nobody signed in.
 */
export interface SessionLock {
  /** Somebody has signed in, or has answered the warning: the quiet time begins anew. */
  begin(): void;
  /** The cardholder did something. Does not count once the warning is due: that asks for an answer. */
  noteInput(): void;
  /** For how many milliseconds nothing was seen of the cardholder. */
  quietMs(): number;
  /** Locks at once, where somebody is signed in. */
  lock(reason: LockReason): void;
  /** Why the last session was ended, until the next begins. */
  reason(): LockReason | null;
}

interface SessionLockParts {
  readonly times: LockTimes;
  readonly customer: CurrentCustomer;
  /** Gives up the open step and wipes what main holds of it. */
  readonly forget: () => void;
  /** Empties the window's memory by loading it anew (checklist row 44). */
  readonly reloadWindow: () => void;
}

export function createSessionLock({ times, customer, forget, reloadWindow }: SessionLockParts): SessionLock {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lockedBecause: LockReason | null = null;
  let seenAt = 0; // by a clock that nobody sets

  const quietMs = () => performance.now() - seenAt;
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
    begin() {
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
    noteInput() {
      if (quietMs() < times.quietMs) seenAt = performance.now();
    },
    quietMs,
    lock,
    reason: () => lockedBecause,
  };
}
