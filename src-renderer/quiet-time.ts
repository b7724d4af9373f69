import type { LockTimes } from "../src-contract/bridge/views.ts";

const MOST_OFTEN_MS = 5000;

/** Warns before main signs out an absent cardholder. Main counts the time; this only asks for it. */
export type QuietTime = ReturnType<typeof watchQuietTime>;

interface QuietTimeOptions {
  /** Milliseconds since main last saw somebody; null if it does not answer. */
  readonly askQuietMs: () => Promise<number | null>;
  /** Tells main that somebody is active; main checks for itself. */
  readonly noteActivity: () => Promise<unknown>;
  /** @param endsAt when main signs out, by `performance.now()`; null when the warning is over */
  readonly warn: (endsAt: number | null) => void;
}

/** Asks main for the quiet time whenever the warning would be due by its last answer. */
export function watchQuietTime(times: LockTimes, { askQuietMs, noteActivity, warn }: QuietTimeOptions) {
  const { quietMs, warningMs } = times;
  let notedAt = Number.NEGATIVE_INFINITY; // by a monotonic clock
  let warned = false;
  let stopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const look = async () => {
    const quiet = (await askQuietMs()) ?? quietMs; // better one warning too many than none
    if (stopped) return;
    warned = quiet >= quietMs;
    if (!warned) timer = setTimeout(look, Math.ceil(quietMs - quiet));
    warn(warned ? performance.now() + quietMs + warningMs - quiet : null);
  };

  void look();
  return {
    /** Notes a click, perhaps by assistive technology, whose actions main does not see as input. */
    noteClick() {
      if (warned || performance.now() - notedAt < Math.min(MOST_OFTEN_MS, quietMs / 10)) return;
      notedAt = performance.now();
      void noteActivity();
    },
    /** The answer to the warning. */
    async stay() {
      if (!warned) return;
      warned = false;
      warn(null);
      await noteActivity();
      await look();
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
