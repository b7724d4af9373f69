import type { DestinationStream } from "pino";
import pino from "pino";
import type { ProblemCode } from "../src-contract/errors/error-codes.ts";
import type { PinChangeRoute } from "../src-contract/rules/pin-change-route.ts";
import type { ProtectionLevel } from "../src-contract/rules/protection-levels.ts";
import type { DatabaseFailure } from "./database/database-failed.ts";
import type { UnusableReason } from "./database/database-unusable.ts";
import type { PinChangeState } from "./database/tables.ts";
import type { RouteOperation } from "./http/route-operations.ts";
import type { CountedAction } from "./limits/counted-action.ts";
import type { NotReady } from "./running/not-ready.ts";
import type { RotatedVariable, SecretVariable } from "./secrets/secret-variables.ts";
import type { ProviderFailure, ProviderOperation } from "./sign-in/provider-operations.ts";
import type { RefusalReason } from "./sign-in/refusal.ts";
import type { FailureReason } from "./solaris/exchange-failed.ts";
import type { SolarisOperation as ApiOperation } from "./solaris/operations.ts";
import { requestNow } from "./tracing/request-context.ts";

/** From the fewest entries to the most; the last turns logging off. */
export const logLevels = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;
export type LogLevel = (typeof logLevels)[number];

/** Every call to Solaris: its API, and the token endpoint. */
type SolarisOperation = ApiOperation | "token";

/**
 * Everything that can be logged: fixed names with coded fields. No field holds free text, an address, a body, a header or an
 * id, so no PIN, key, token or personal data can get into a log (PCI DSS 3.3.1). The log adds two: an id that this backend
 * gave the request, and the trace's if it belongs to one, which has its form and no other.
 */
export type LogEvent =
  | { event: "backend_started"; version: string; demo_sign_in: boolean }
  /** `/ready` says no for so long, then it takes no connections any more. */
  | { event: "backend_draining"; seconds: number }
  /** Requests, or PIN changes whose callers have gone, were still open when their time was over. */
  | { event: "stop_cut_short" }
  | { event: "backend_stopped" }
  | { event: "not_ready"; reason: NotReady }
  | { event: "ready_again" }
  | { event: "request_done"; operation: RouteOperation | "unknown"; status: number; code?: ProblemCode; ms: number }
  | { event: "request_unreadable" }
  | { event: "pipelining_cut" }
  | { event: "sign_in_refused"; reason: SignInRefusal /** The malformed one's name. */; claim?: string }
  | { event: "provider_asked"; operation: ProviderOperation }
  | { event: "provider_call_failed"; operation: ProviderOperation; reason: ProviderFailure; status?: number }
  | { event: "solaris_call"; operation: SolarisOperation; status: number; ms: number }
  | { event: "solaris_call_failed"; operation: SolarisOperation; sent: boolean; reason: FailureReason; ms: number }
  | { event: "solaris_answer_unreadable"; operation: "token"; status: number }
  /** The token endpoint refuses SOLARIS_CLIENT_ID or its secret. */
  | { event: "solaris_client_refused"; status: number }
  | { event: "solaris_answer_unclear"; operation: SolarisOperation; status: number }
  | { event: "solaris_token_fetched"; expires_in_seconds: number }
  /** Solaris takes a token no longer that its endpoint gave: another one is fetched, once. */
  | { event: "solaris_token_refused" }
  | { event: "solaris_entries_skipped"; operation: SolarisOperation; count: number }
  | { event: "solaris_list_cut"; operation: SolarisOperation }
  | { event: "account_refused_by_solaris" }
  | { event: "person_looked_up"; status: number; ms: number }
  | { event: "person_lookup_failed"; reason: PersonLookupFailure; ms: number }
  /** After it was refused. `same`: as before, so there is nothing else to try. */
  | { event: "secret_read_again"; variable: RotatedVariable; found: "another" | "same" | "unusable" }
  | { event: "secret_open_to_others"; variable: SecretVariable }
  | { event: "database_failed"; use: DatabaseUse; reason: DatabaseFailure; sql_state?: string }
  | { event: "database_unusable"; reason: UnusableReason; sqlite_code?: number; sql_state?: string }
  | { event: "database_open_to_others" }
  | { event: "database_migrating"; pending: number }
  | ({ event: "postgres_checked" } & PostgresSettings)
  | { event: "standby_not_waited_for" }
  /** Of this instance, against the database's. */
  | { event: "clock_differs"; ahead_seconds: number }
  | { event: "database_restored"; left_open: number }
  | { event: "ledger_secrets"; current: number; previous: number; none: number }
  | { event: "ledger_secret_missing"; rows: number }
  | { event: "removal_put_off" }
  /** Instants in UTC, and SHA-256 over hashes (audit/audit-digests.ts). */
  | { event: "audit_digest"; from: string; until: string; rows: number; digest: string }
  | { event: "audit_cut"; before: string; rows: number }
  | { event: "outcome_not_recorded" }
  | { event: "pin_change_left_behind"; left_as: PinChangeState; read_as: PinChangeState }
  | { event: "device_protection"; level: ProtectionLevel; accepted: boolean }
  /** What a customer said of device data, and Solaris took. */
  | { event: "device_consent"; said: "given" | "withdrawn" }
  | { event: "limit_reached"; action: CountedAction | "request" }
  /** Each refusal by the limit of all requests, of which `limit_reached` tells once in its time. */
  | { event: "request_refused" }
  /** What became of a PIN change, as it is written down; `none`: only its id was asked about. */
  | { event: "pin_change_ended"; route: PinChangeRoute | "none"; end: PinChangeEnd }
  | { event: "unexpected_error"; error: ErrorName }
  /** Nobody took an error: this process ends. */
  | { event: "process_failed"; error: ErrorName; code?: SystemCode; reason?: DatabaseFailure };

/** Why a valid token is nobody's here. */
export type NoCardholderReason = "claim_missing" | "claim_unusable" | "subject_unusable" | "subject_unknown";
/** What a sign-in lacks for a step-up. Of a provider that never says it, another sign-in lacks it too. */
export type SignInLack =
  | "acr_missing"
  | "acr_too_weak"
  | "auth_time_missing"
  | "auth_time_too_old"
  | "auth_time_in_future";
/** With 401, except `scope_missing` and those of nobody's tokens, which are 403. */
type SignInRefusal = RefusalReason | SignInLack | "scope_missing" | NoCardholderReason;

/** `ledger`: a write. `pending_devices`: after Solaris was asked. `request`: anything else that a request needed. */
export type DatabaseUse =
  | "ledger"
  | "ledger_read"
  | "limits"
  | "removal"
  | "audit"
  | "pending_devices"
  | "adding_keys"
  | "device_consents"
  | "request";

/** PostgreSQL's setting, as it is for this backend's user. */
export type SynchronousCommit = "off" | "local" | "remote_write" | "on" | "remote_apply";

/** The states in which a PIN change stays. */
export type PinChangeEnd = Extract<PinChangeState, "changed" | "refused" | "unknown" | "not_received">;

/** What a commit means at this server: docs/postgresql.md#why-the-ledger-needs-synchronous-commits. */
interface PostgresSettings {
  /** `standby_too`: a commit is answered only after a standby has it. */
  durable_on: "one_server" | "standby_too";
  synchronous_commit: SynchronousCommit;
  fsync: boolean;
  full_page_writes: boolean;
  /** As a number: 150018. */
  version: number;
}

/** `other_subject`: it answered about somebody else. */
export type PersonLookupFailure = FailureReason | "status" | "unreadable" | "other_subject";

/** Node's and the system's own codes (nodejs.org/api/errors.html#common-system-errors); others stay out. */
const systemCodes = [
  ...([
    "EACCES",
    "EADDRINUSE",
    "ECONNRESET",
    "EIO",
    "EMFILE",
    "ENFILE",
    "ENOENT",
    "ENOMEM",
    "ENOSPC",
    "EPERM",
  ] as const),
  ...(["EPIPE", "EROFS", "ETIMEDOUT", "ERR_STREAM_WRITE_AFTER_END", "ERR_WORKER_OUT_OF_MEMORY"] as const),
];
type SystemCode = (typeof systemCodes)[number];

const errorNames = ["TypeError", "RangeError", "SyntaxError", "ResponseSerializationError", "FastifyError"] as const;
type ErrorName = (typeof errorNames)[number] | "Error";

const levels: Record<LogEvent["event"], "debug" | "info" | "warn" | "error"> = {
  backend_started: "info",
  backend_draining: "info",
  stop_cut_short: "warn",
  backend_stopped: "info",
  not_ready: "warn",
  ready_again: "info",
  request_done: "info",
  request_unreadable: "info",
  pipelining_cut: "info",
  sign_in_refused: "info",
  provider_asked: "debug",
  provider_call_failed: "warn",
  solaris_call: "debug",
  solaris_call_failed: "warn",
  solaris_answer_unreadable: "warn",
  solaris_client_refused: "warn",
  solaris_answer_unclear: "warn",
  solaris_token_fetched: "debug",
  solaris_token_refused: "warn",
  solaris_entries_skipped: "warn",
  solaris_list_cut: "warn",
  account_refused_by_solaris: "warn",
  person_looked_up: "debug",
  person_lookup_failed: "warn",
  secret_read_again: "warn",
  secret_open_to_others: "warn",
  database_failed: "error",
  database_unusable: "error",
  database_open_to_others: "warn",
  database_migrating: "info",
  postgres_checked: "info",
  standby_not_waited_for: "warn",
  clock_differs: "error",
  database_restored: "warn",
  ledger_secrets: "info",
  ledger_secret_missing: "error",
  audit_digest: "info",
  audit_cut: "info",
  removal_put_off: "warn",
  outcome_not_recorded: "error",
  pin_change_left_behind: "warn",
  device_protection: "info",
  device_consent: "info",
  limit_reached: "info",
  request_refused: "debug",
  pin_change_ended: "debug",
  unexpected_error: "error",
  process_failed: "error",
};

/** Writes one event. */
export type Log = (entry: LogEvent) => void;

// A second safeguard: if a field with one of these names is ever added, its value stays out.
const neverLogged = [
  "device_data",
  "encrypted_pin",
  "pin",
  "tan",
  "signature",
  "key",
  "token",
  "access_token",
  "authorization",
];

/**
 * Creates the log: JSON lines on stderr, or to `destination`.
 * @param observe also sees each event, whatever the level
 */
export function createLog(
  level: LogLevel,
  destination?: DestinationStream,
  observe: (entry: LogEvent) => void = () => {},
): Log {
  const logger = pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths: [...neverLogged, ...neverLogged.map((name) => `*.${name}`)], remove: true },
    },
    // Synchronous, so the last lines before an exit are written.
    destination ?? pino.destination({ dest: 2, sync: true }),
  );
  return (entry) => {
    observe(entry);
    const request = requestNow();
    logger[levelOf(entry)]({
      ...entry,
      // Not `request_id`, which is the app's name of a PIN change, and never in the log.
      ...(request && { x_request_id: request.requestId }),
      ...(request?.trace && { trace_id: request.trace.traceId }),
    });
  };
}

/**
 * Proxies ask several times a second whether this instance runs, and is ready: that would bury all else. Where it is not
 * ready any more there is an event for it.
 */
function levelOf(entry: LogEvent): (typeof levels)[LogEvent["event"]] {
  if (entry.event === "pin_change_ended" && entry.end === "unknown") return "warn";
  if (entry.event !== "request_done") return levels[entry.event];
  const { operation, status } = entry;
  const isUsual =
    operation === "get_ready" ? status === 200 || status === 503 : operation === "get_health" && status === 200;
  return isUsual ? "debug" : levels.request_done;
}

/** The error's kind from a closed list. Its message stays out, because it may repeat input. */
export function errorName(error: unknown): ErrorName {
  const name = error instanceof Error ? error.name : "";
  return errorNames.find((known) => known === name) ?? "Error";
}

/** An error's code, if it is one of the closed list. */
export function systemCode(error: unknown): SystemCode | undefined {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return systemCodes.find((known) => known === code);
}
