import { performance } from "node:perf_hooks";
import { setTimeout as pause } from "node:timers/promises";
import { DatabaseFailed } from "./database-failed.ts";

/** How long a statement waits for another process to release the file, including the wait for its own turn. */
const BUSY_PATIENCE_MS = 1000;
const FIRST_PAUSE_MS = 5;
const LONGEST_PAUSE_MS = 80;

/**
 * Runs what another process may keep from the file, and again while it does. SQLite must not wait by itself: that would block
 * this whole process.
 * @param run what takes effect completely or not at all
 * @param askedAt by the monotonic clock, in milliseconds
 */
export async function patiently<T>(run: () => T, askedAt: number): Promise<T> {
  for (let wait = FIRST_PAUSE_MS; ; wait = Math.min(2 * wait, LONGEST_PAUSE_MS)) {
    try {
      return run();
    } catch (error) {
      const mayPass = error instanceof DatabaseFailed && error.reason === "busy";
      if (!mayPass || performance.now() - askedAt >= BUSY_PATIENCE_MS) throw error;
    }
    await pause(wait);
  }
}
