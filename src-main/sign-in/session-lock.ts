import type { LockReason, LockTimes } from "../../src-preload/contract/views.ts";
import { log } from "../log.ts";
import type { CurrentCustomer } from "./current-customer.ts";

/**
 * Ends the session of who has gone (PSD2 RTS article 4(3)(d): at most five minutes without activity). Locked means signed
 * out: the token is dropped, the open step is given up, the window starts afresh and empty.
 */
export interface SessionLock {
  /** The cardholder is there; also said at sign-in. */
  noteActivity(): void;
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
    noteActivity() {
      clearTimeout(timer);
      if (customer.get() === null) return;
      lockedBecause = null;
      timer = setTimeout(() => lock("idle"), times.quietMs + times.warningMs);
    },
    lock,
    reason: () => lockedBecause,
  };
}
