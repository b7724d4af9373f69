import type { BridgeMethod } from "../src-preload/contract/bridge.ts";
import type { ErrorCode } from "../src-preload/contract/error-codes.ts";
import type { LockReason } from "../src-preload/contract/views.ts";

/** All that can be logged: fixed names with coded fields. No free text, no address, no id of anybody (row 71). */
type LogEvent =
  | { event: "app_started" }
  | { event: "call_failed"; method: BridgeMethod; code: ErrorCode }
  | { event: "call_from_untrusted_sender"; method: BridgeMethod }
  | { event: "session_locked"; reason: LockReason }
  | { event: "presence_not_checked"; code: ErrorCode }
  | { event: "unexpected_error"; kind: "exception" | "rejection" };

/** Writes one line of JSON to stderr. */
export function log(entry: LogEvent): void {
  process.stderr.write(`${JSON.stringify({ time: new Date().toISOString(), ...entry })}\n`);
}
