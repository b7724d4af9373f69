import type { LockReason, LockTimes } from "../../src-contract/bridge/views.ts";
import { log } from "../log.ts";
import type { CurrentCustomer } from "./current-customer.ts";

/**
 * Ends the session of a cardholder who has gone (PSD2 RTS article 4(3)(d): at most five minutes without activity). Locked means signed
 * out: the token is dropped, the open step is given up, the window starts afresh and empty. Time is counted here, by what
 * main itself has seen of the cardholder: the window's word alone keeps nobody signed in.
 */
export type SessionLock = ReturnType<typeof createSessionLock>;

interface Dependencies {
  readonly times: LockTimes;
  readonly customer: CurrentCustomer;
  /** Gives up the open step and wipes what main holds of it. */
  readonly forget: () => void;
  /** Empties the window's memory by loading it anew (docs/threat-model.md#window-loaded-anew). */
  readonly reloadWindow: () => void;
}

/** Locks nothing before `begin`. */
export function createSessionLock({ times, customer, forget, reloadWindow }: Dependencies) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lockedBecause: LockReason | null = null;
  let seenAt = 0; // by a clock that nobody sets

  /** For how many milliseconds nothing was seen of the cardholder. */
  const quietMs = () => performance.now() - seenAt;
  /** Locks at once, where somebody is signed in. */
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
    /** Somebody has signed in, or has answered the warning: the quiet time begins anew. */
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
    /** The cardholder did something. Does not count once the warning is due: that asks for an answer. */
    noteInput(): void {
      if (quietMs() < times.quietMs) seenAt = performance.now();
    },
    quietMs,
    lock,
    /** Why the last session was ended, until the next begins. */
    reason: (): LockReason | null => lockedBecause,
  };
}
