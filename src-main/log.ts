import type { BridgeMethod } from "../src-contract/bridge/bridge-methods.ts";
import { MOST_RECENT_ERRORS, type RecentError } from "../src-contract/bridge/diagnosis-view.ts";
import type { LockReason } from "../src-contract/bridge/views.ts";
import type { ErrorCode } from "../src-contract/errors/error-codes.ts";

/** Why the window's process ended, in Electron's terms; `clean-exit` does not count. */
export type WindowDeath =
  | "abnormal-exit"
  | "killed"
  | "crashed"
  | "oom"
  | "launch-failed"
  | "integrity-failure"
  | "memory-eviction";

/**
 * Everything that can be logged (docs/threat-model.md#closed-log): fixed names with coded fields, never free text, addresses
 * or ids.
 */
type LogEvent =
  | { event: "app_started" }
  | { event: "profile_unusable" }
  | { event: "gpu_process_died" }
  | { event: "window_process_died"; reason: WindowDeath }
  | { event: "window_hangs" }
  | { event: "window_not_loaded" }
  | { event: "call_failed"; method: BridgeMethod; code: ErrorCode }
  | { event: "change_refused"; method: BridgeMethod; code: ErrorCode }
  | { event: "call_from_untrusted_sender"; method: BridgeMethod }
  | { event: "session_locked"; reason: LockReason }
  | { event: "presence_not_checked"; code: ErrorCode }
  | { event: "replaced_entry_kept"; code: ErrorCode }
  | { event: "open_change_kept" }
  | { event: "unexpected_error"; kind: "exception" | "rejection" };

const kept: RecentError[] = [];

/** Writes one line of JSON to stderr, and remembers the errors that the window was told. */
export function log(entry: LogEvent): void {
  const time = new Date().toISOString();
  if (entry.event === "call_failed" || entry.event === "change_refused") {
    kept.unshift({ code: entry.code, at: time, method: entry.method });
    kept.length = Math.min(kept.length, MOST_RECENT_ERRORS);
  }
  process.stderr.write(`${JSON.stringify({ time, ...entry })}\n`);
}

/** The last errors that the window was told since the start, newest first; in memory only, for the diagnosis. */
export function recentErrors(): readonly RecentError[] {
  return [...kept];
}
