import type { ErrorEntry } from "./error-entry.ts";

/** What becomes of a newer version of this program (docs/releasing.md). */
export const updateErrors = {
  /** The update server cannot be reached, or something else answers. */
  ERR_UPDATE_UNAVAILABLE: { concerns: "program", retry: "later", pinChange: "none" },
  /** What it answered, or the package, is not what the release keys have signed, or older than what was seen earlier. */
  ERR_UPDATE_NOT_TRUSTED: { concerns: "program", retry: "later", pinChange: "none" },
  /** It was signed so long ago that it does not count any more, or this computer's clock is ahead. */
  ERR_UPDATE_TOO_OLD: { concerns: "program", retry: "after-change", pinChange: "none" },
  /** The package, or what was seen of a release, cannot be kept on this computer. */
  ERR_UPDATE_NOT_STORED: { concerns: "program", retry: "after-change", pinChange: "none" },
  /** The system did not open the installer. */
  ERR_UPDATE_NOT_STARTED: { concerns: "program", retry: "at-once", pinChange: "none" },
  /** Nothing is installed while a PIN is being changed. */
  ERR_UPDATE_WAITS: { saidAs: "ERR_BUSY" },
  /** This version is older than the bank's minimum: no PIN change begins. */
  ERR_UPDATE_REQUIRED: { concerns: "program", retry: "after-change", pinChange: "not-changed" },
} as const satisfies Record<`ERR_${string}`, ErrorEntry>;
