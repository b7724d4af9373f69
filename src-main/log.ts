import type { BridgeMethod } from "../src-contract/bridge/bridge-methods.ts";
import { MOST_RECENT_ERRORS, type RecentError } from "../src-contract/bridge/diagnosis-view.ts";
import type { LockReason } from "../src-contract/bridge/views.ts";
import type { ErrorCode } from "../src-contract/errors/error-codes.ts";
import type { ProviderError, UnusableAnswer } from "./sign-in/browser/failure-reason.ts";
import type { RefusalReason } from "./updates/update-refusal.ts";

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
  | { event: "start_refused"; code: ErrorCode; by: "switch" | "argument" | "variable" | "runtime" }
  | { event: "profile_unusable" }
  | { event: "gpu_process_died" }
  | { event: "window_process_died"; reason: WindowDeath }
  | { event: "window_hangs" }
  | { event: "text_size_not_kept" }
  | { event: "window_not_loaded" }
  | { event: "call_failed"; method: BridgeMethod; code: ErrorCode }
  | { event: "change_refused"; method: BridgeMethod; code: ErrorCode }
  | { event: "call_from_untrusted_sender"; method: BridgeMethod }
  | { event: "session_locked"; reason: LockReason }
  | { event: "sign_in_weaker_than_asked" }
  | { event: "provider_refused"; error: ProviderError }
  | { event: "provider_answer_unusable"; reason: UnusableAnswer }
  | { event: "sign_in_not_ended"; code: ErrorCode }
  | { event: "browser_page_refused" }
  | { event: "contact_refused" }
  | { event: "browser_not_opened" }
  | { event: "presence_not_checked"; code: ErrorCode }
  | { event: "passcode_derived_slowly" }
  | { event: "replaced_entry_kept"; code: ErrorCode }
  | { event: "open_change_kept" }
  | { event: "update_refused"; reason: RefusalReason }
  | { event: "update_not_looked_for"; code: ErrorCode }
  | { event: "token_module_failed"; code: ErrorCode }
  | { event: "token_key_kept"; code: ErrorCode }
  | { event: "consent_not_left"; code: ErrorCode }
  | { event: "unexpected_error"; kind: "exception" | "rejection" };

const kept: RecentError[] = [];

/**
 * Writes one line of JSON to stderr, and remembers the errors that the window was told.
 * @param supportId Solaris' id of the error: remembered, not written
 */
export function log(entry: LogEvent, supportId?: string): void {
  const time = new Date().toISOString();
  if (entry.event === "call_failed" || entry.event === "change_refused") {
    rememberError({ code: entry.code, at: time, method: entry.method, ...(supportId !== undefined && { supportId }) });
  }
  process.stderr.write(`${JSON.stringify({ time, ...entry })}\n`);
}

/**
 * Remembers an error that the window was told and that is not logged, as no call failed by it. One that repeats the newest
 * takes its place: what the window asks every two seconds would push out all that support wants to know of.
 */
export function rememberError(error: RecentError): void {
  const [newest] = kept;
  const isAgain = newest?.code === error.code && newest.method === error.method && newest.supportId === error.supportId;
  if (isAgain) kept.shift();
  kept.unshift(error);
  kept.length = Math.min(kept.length, MOST_RECENT_ERRORS);
}

/** The last errors that the window was told since the start, newest first; in memory only, for the diagnosis. */
export function recentErrors(): readonly RecentError[] {
  return [...kept];
}
