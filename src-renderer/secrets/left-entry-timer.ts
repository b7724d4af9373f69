/**
 * How long an entry stays while its window is not in use: enough to fetch a code from a message or a passcode from a
 * password manager, and to answer the warning (WCAG 2.2.1 asks for at least 20 seconds). Together they are shorter than the
 * quiet time after which main signs out.
 */
const KEPT_MS = 120_000;
const WARNED_MS = 60_000;
/** For the texts: the minutes after which an entry is wiped. */
export const WIPED_AFTER_MINUTES = (KEPT_MS + WARNED_MS) / 60_000;

interface LeftEntryTimerOptions {
  /** Whether anything has been entered. */
  readonly holdsEntry: () => boolean;
  /**
   * @param wipesAt when the entry is wiped, by `performance.now()`, which clock changes do not affect; null when the warning
   *   is over
   */
  readonly warn: (wipesAt: number | null) => void;
  readonly wipe: () => void;
}

/** Warns a cardholder who has left an entry behind, and wipes it unless they come back. */
export function createLeftEntryTimer({ holdsEntry, warn, wipe }: LeftEntryTimerOptions) {
  let timer: ReturnType<typeof setTimeout> | null = null;
  const end = () => {
    wipe();
    warn(null);
  };
  const warnThem = () => {
    if (!holdsEntry()) return;
    warn(performance.now() + WARNED_MS);
    timer = setTimeout(end, WARNED_MS);
  };
  return {
    /** Starts the timer when the window is left. */
    leave() {
      timer ??= setTimeout(warnThem, KEPT_MS);
    },
    comeBack() {
      if (timer === null) return;
      clearTimeout(timer);
      timer = null;
      warn(null);
    },
  };
}
