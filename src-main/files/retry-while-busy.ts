import { errnoOf } from "./errno.ts";

/** The waits between tries in milliseconds, about two seconds in all. */
const pausesMs = [10, 20, 40, 80, 160, 320, 640, 800] as const;

/** Windows' errors while a virus scanner or a backup has the file open; some network drives answer the same. */
const busy: ReadonlySet<string> = new Set(["EPERM", "EACCES", "EBUSY"]);

/** Waits for so many milliseconds. */
export type Wait = (ms: number) => Promise<void>;

/**
 * Retries a file operation for about two seconds while other programs block it. Fails with the last error after that, and at
 * once for any other reason.
 */
export async function retryWhileBusy<T>(act: () => Promise<T>, wait: Wait): Promise<T> {
  for (const pause of pausesMs) {
    try {
      return await act();
    } catch (error) {
      if (!busy.has(errnoOf(error) ?? "")) throw error;
      await wait(pause);
    }
  }
  return act();
}
