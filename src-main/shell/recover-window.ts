import { log, type WindowDeath } from "../log.ts";

/** The part of Electron's `WebContents` that is needed here. */
interface Contents {
  on(event: "render-process-gone", listener: (event: unknown, details: { reason: WindowGone }) => void): unknown;
  on(event: "responsive", listener: () => void): unknown;
  on(event: "unresponsive", listener: () => void): unknown;
  isDestroyed(): boolean;
  isCrashed(): boolean;
  forcefullyCrashRenderer(): void;
}
type WindowGone = WindowDeath | "clean-exit";

/** A crash this soon after a reload makes another automatic reload pointless. */
const AGAIN_WITHIN_MS = 60_000;

interface Recovery {
  readonly reloadPage: () => void;
  /** Milliseconds of a monotonic clock. */
  readonly now: () => number;
  /** Asks whether to reload the window, or to quit. */
  readonly askAfterDeath: () => Promise<"load" | "quit">;
  /** Asks whether to reload it, or to wait. @param over aborted when the window answers again or has died */
  readonly askWhileHanging: (over: AbortSignal) => Promise<"load" | "wait">;
  readonly quit: () => void;
}

/**
 * Recovers a window whose process has died, or that hangs. Reloads a dead window, or asks the cardholder if it dies again
 * within a minute. For a hanging one it asks whether to wait or reload. Asks one question at a time; a lock may reload the
 * window under a question, which then applies to the new page.
 */
export function recoverWindow(
  contents: Contents,
  { reloadPage, now, askAfterDeath, askWhileHanging, quit }: Recovery,
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
    reloadPage();
  });

  if (contents.isCrashed()) reloadPage(); // before anybody listened

  contents.on("responsive", endHanging);
  contents.on("unresponsive", async () => {
    if (hanging !== null || isAskingAfterDeath) return;
    log({ event: "window_hangs" });
    const question = new AbortController();
    hanging = question;
    const answer = await askWhileHanging(question.signal);
    if (question.signal.aborted) return;
    hanging = null;
    if (answer === "load" && !contents.isDestroyed()) contents.forcefullyCrashRenderer(); // its crash triggers the reload above
  });
}
