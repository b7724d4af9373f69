import type { ErrorEntry } from "./error-entry.ts";

/** Errors of this program itself, or of its files. */
export const programErrors = {
  ERR_INTERNAL: { concerns: "program", retry: "at-once", pinChange: "unknown" },
  ERR_UNTRUSTED_SENDER: { concerns: "program", retry: "no", pinChange: "unknown" },
  ERR_BAD_ARGUMENT: { concerns: "program", retry: "after-change", pinChange: "not-changed" },
  ERR_BUSY: { concerns: "program", retry: "at-once", pinChange: "unknown" },
  ERR_FOLDER_UNUSABLE: { concerns: "program", retry: "after-change", pinChange: "unknown" },
  ERR_PROGRAM_CHANGED: { concerns: "program", retry: "after-change", pinChange: "not-changed" },
  ERR_START_REFUSED: { concerns: "program", retry: "after-change", pinChange: "none" },
  ERR_TOO_MANY_CALLS: { concerns: "program", retry: "later", pinChange: "unknown" },
  ERR_JOURNAL: { concerns: "program", retry: "after-change", pinChange: "not-changed" },
  ERR_SETTINGS_NOT_KEPT: { concerns: "program", retry: "after-change", pinChange: "none" },
  ERR_REPORT_NOT_SAVED: { concerns: "program", retry: "after-change", pinChange: "none" },
} as const satisfies Record<`ERR_${string}`, ErrorEntry>;
