/**
 * How long an entry stays while its window is not in use. Time for what the cardholder leaves it for, a code in a message or
 * a passcode in a password manager, and for an answer to the warning (WCAG 2.2.1 asks for 20 seconds at least). Both together
 * are shorter than the quiet time after which main signs out, and nobody is there to be asked then.
 */
const KEPT_MS = 120_000;
const WARNED_MS = 60_000;
/** The same in words: after how many minutes an entry is wiped. */
export const WIPED_AFTER_MINUTES = (KEPT_MS + WARNED_MS) / 60_000;

interface LeftEntryTimerOptions {
  /** Whether anything has been entered. */
  readonly holdsEntry: () => boolean;
  /** @param wipesAt when the entry is wiped, by `performance.now()`, which no setting of the computer's clock moves; null when that is over */
  readonly warn: (wipesAt: number | null) => void;
  readonly wipe: () => void;
}

/** Warns whoever has left an entry behind, and wipes it if they do not come back. Coming back is the whole answer. */
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
    /** The window is left: time counts from now on. */
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
