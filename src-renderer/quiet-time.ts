import type { LockTimes } from "../src-contract/bridge/views.ts";

const MOST_OFTEN_MS = 5000;

/** Warns before main signs out who is not there. Main counts; here it is only asked. */
export type QuietTime = ReturnType<typeof watchQuietTime>;

interface QuietTimeOptions {
  /** For how long main has seen nobody, in milliseconds; null where it does not say it. */
  readonly askQuietMs: () => Promise<number | null>;
  /** Tells main that somebody acts, which looks for itself. */
  readonly noteActivity: () => Promise<unknown>;
  /** @param endsAt when main signs out, by `performance.now()`; null when the warning is over */
  readonly warn: (endsAt: number | null) => void;
}

/** Asks main how long it has been quiet, again each time the warning would be due by the last answer. */
export function watchQuietTime(times: LockTimes, { askQuietMs, noteActivity, warn }: QuietTimeOptions) {
  const { quietMs, warningMs } = times;
  let notedAt = Number.NEGATIVE_INFINITY; // by a clock that nobody sets
  let warned = false;
  let stopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const look = async () => {
    const quiet = (await askQuietMs()) ?? quietMs; // rather a warning too many than none
    if (stopped) return;
    warned = quiet >= quietMs;
    if (!warned) timer = setTimeout(look, Math.ceil(quietMs - quiet));
    warn(warned ? performance.now() + quietMs + warningMs - quiet : null);
  };

  void look();
  return {
    /** Something was clicked, perhaps by assistive technology, of whose actions main sees no input. */
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
