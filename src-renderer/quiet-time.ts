import type { LockTimes } from "../src-preload/contract/views.ts";

const MOST_OFTEN_MS = 5000;

/** Notices whether somebody is there, tells main now and then, and warns before main signs them out. */
export interface QuietTime {
  /** A key, the pointer, the wheel. Does not count while the warning shows: that asks for an answer. */
  noteInput(): void;
  /** The answer to the warning. */
  stay(): void;
  stop(): void;
}

interface QuietTimeParts {
  /** Tells main, which counts for itself. */
  readonly noteActivity: () => void;
  /** @param endsAt when main signs out, in milliseconds since 1970; null when the warning is over */
  readonly warn: (endsAt: number | null) => void;
}

/** Counts from what main was told last, so that the warning never comes later than main's own count allows. */
export function watchQuietTime({ quietMs, warningMs }: LockTimes, { noteActivity, warn }: QuietTimeParts): QuietTime {
  const pause = Math.min(MOST_OFTEN_MS, quietMs / 10);
  let notedAt = 0;
  let warned = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const note = () => {
    notedAt = performance.now(); // whatever is done to the computer's clock
    clearTimeout(timer);
    timer = setTimeout(() => {
      warned = true;
      warn(Date.now() + warningMs);
    }, quietMs);
    noteActivity();
  };

  note();
  return {
    noteInput() {
      if (!warned && performance.now() - notedAt >= pause) note();
    },
    stay() {
      if (!warned) return;
      warned = false;
      warn(null);
      note();
    },
    stop: () => clearTimeout(timer),
  };
}

/**
 * Tells a pointer that was moved, or pressed, from one that rests while windows come and go under it: those make the
 * system report it again where it was.
 */
export function createMoveSense(): (event: Pick<PointerEvent, "type" | "screenX" | "screenY">) => boolean {
  let last: string | null = null;
  return ({ type, screenX, screenY }) => {
    const place = `${screenX} ${screenY}`;
    const isElsewhere = place !== last;
    last = place;
    return type !== "pointermove" || isElsewhere;
  };
}
