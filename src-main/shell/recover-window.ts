import { log, type WindowDeath } from "../log.ts";

/** What Electron's `WebContents` is to this. */
interface Contents {
  on(event: "render-process-gone", listener: (event: unknown, details: { reason: WindowGone }) => void): unknown;
  on(event: "responsive", listener: () => void): unknown;
  on(event: "unresponsive", listener: () => void): unknown;
  isDestroyed(): boolean;
  forcefullyCrashRenderer(): void;
}
type WindowGone = WindowDeath | "clean-exit";

/** How soon after it was loaded anew the window has to die for a further load by itself to be in vain. */
const AGAIN_WITHIN_MS = 60_000;

interface Recovery {
  readonly loadAnew: () => void;
  /** Milliseconds of a clock that nobody sets. */
  readonly now: () => number;
  /** Asks whether to load the window anew, or to quit. */
  readonly askAfterDeath: () => Promise<"load" | "quit">;
  /** Asks whether to load it anew, or to wait. @param over says that the window answers again, or has died */
  readonly askWhileHanging: (over: AbortSignal) => Promise<"load" | "wait">;
  readonly quit: () => void;
}

/**
 * A window whose process has died is blank, and one that hangs takes no input. The first is loaded anew, unless it dies
 * again within a minute of that: then the cardholder is asked. The second can be waited for or loaded anew, as they like.
 * One question at a time: a lock loads the window anew also under a question, which is then of that window, too.
 */
export function recoverWindow(
  contents: Contents,
  { loadAnew, now, askAfterDeath, askWhileHanging, quit }: Recovery,
): void {
  let loadedAnewAt = Number.NEGATIVE_INFINITY;
  let isAskingAfterDeath = false;
  let hanging: AbortController | null = null;
  const endHanging = () => {
    hanging?.abort();
    hanging = null;
  };

  const askOnce = async () => {
    isAskingAfterDeath = true;
    try {
      return await askAfterDeath();
    } finally {
      isAskingAfterDeath = false;
    }
  };

  contents.on("render-process-gone", async (_event, { reason }) => {
    if (reason === "clean-exit") return;
    log({ event: "window_process_died", reason });
    endHanging();
    if (isAskingAfterDeath) return;
    const isAgain = now() - loadedAnewAt < AGAIN_WITHIN_MS;
    if (isAgain && (await askOnce()) === "quit") return quit();
    if (contents.isDestroyed()) return;
    loadedAnewAt = now();
    loadAnew();
  });

  contents.on("responsive", endHanging);
  contents.on("unresponsive", async () => {
    if (hanging !== null || isAskingAfterDeath) return;
    log({ event: "window_hangs" });
    const question = new AbortController();
    hanging = question;
    const answer = await askWhileHanging(question.signal);
    if (question.signal.aborted) return;
    hanging = null;
    if (answer === "load" && !contents.isDestroyed()) contents.forcefullyCrashRenderer(); // its death has it loaded anew
  });
}
