import { errnoOf } from "./errno.ts";

/** How long to wait before each further try, in milliseconds: about two seconds in all. */
const pausesMs = [10, 20, 40, 80, 160, 320, 640, 800] as const;

/** What Windows answers while a virus scanner or a backup has the file open; some network drives do the same. */
const busy: ReadonlySet<string> = new Set(["EPERM", "EACCES", "EBUSY"]);

/** Waits for so many milliseconds. */
export type Wait = (ms: number) => Promise<void>;

/**
 * Does something to a file, and tries again for about two seconds while other programs prevent it. If it fails for another
 * reason, or for longer, it fails with the last error.
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
