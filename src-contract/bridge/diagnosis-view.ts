import type { ErrorCode } from "../errors/error-codes.ts";
import type { Language } from "../rules/languages.ts";
import type { ProtectionLevel } from "../rules/protection-levels.ts";
import type { BridgeMethod } from "./bridge-methods.ts";
import type { KeychainName } from "./keychain-names.ts";
import type { Rendering } from "./settings-view.ts";

/**
 * The state of the program and its environment in a closed vocabulary: our own words, numbers, times and version numbers. It
 * has no names, addresses, paths or foreign texts, and of ids only those that Solaris gives errors, so anybody may see it (docs/threat-model.md#report-without-secrets).
 * Main checks it against its schema before it leaves main (diagnosis/diagnosis-schema.ts).
 */
export interface DiagnosisView {
  /** RFC 3339, UTC, by this computer's clock. */
  readonly takenAt: string;
  /** How long the program has run. */
  readonly uptimeSeconds: number;
  readonly versions: {
    readonly app: VersionNumber;
    readonly electron: VersionNumber;
    readonly chromium: VersionNumber;
    readonly node: VersionNumber;
  };
  readonly system: { readonly name: SystemName; readonly version: VersionNumber };
  readonly keychain: { readonly which: KeychainName; readonly state: KeychainState };
  readonly backend: BackendReach;
  readonly way: WayToBackend;
  readonly tls: (typeof tlsUses)[number];
  /** Backend minus this computer: positive if this computer's clock is slow, null if not known. */
  readonly clockDifferenceSeconds: number | null;
  readonly rendering: Rendering;
  /** As the system reports it to Chromium. */
  readonly screenReader: (typeof screenReaderStates)[number];
  readonly language: Language;
  readonly protection: ProtectionLevel;
  /** Newest first, since the program started. */
  readonly recentErrors: readonly RecentError[];
}

/** Up to four numbers with dots between them, or `unknown`. */
export type VersionNumber = string;

export const systemNames = ["windows", "macos", "linux", "other"] as const;
export type SystemName = (typeof systemNames)[number];

/** `silent`: it did not answer in time; perhaps a system dialog waits on the screen. */
export const keychainStates = ["works", "locked", "unavailable", "silent"] as const;
export type KeychainState = (typeof keychainStates)[number];

/** The route to the backend by the system's settings, without the proxy's name. `unknown`: they gave no answer in time. */
export const waysToBackend = ["direct", "proxy", "unknown"] as const;
export type WayToBackend = (typeof waysToBackend)[number];

export const tlsUses = ["used", "not-used"] as const;
export const screenReaderStates = ["on", "off"] as const;

/** Whether the partner backend answers; if not, the error code that a failed step would show. */
export type BackendReach =
  | { readonly state: "reachable" }
  | {
      readonly state: "failed";
      readonly code: ErrorCode;
      readonly reason: NetworkReason | null;
      /** The HTTP status, if something other than the backend answered. */
      readonly status: number | null;
    };

/** The names of Chromium errors (net_error_list.h) that help support. */
export const networkReasons = [
  "ERR_INTERNET_DISCONNECTED",
  "ERR_NAME_NOT_RESOLVED",
  "ERR_ADDRESS_UNREACHABLE",
  "ERR_CONNECTION_REFUSED",
  "ERR_CONNECTION_RESET",
  "ERR_CONNECTION_CLOSED",
  "ERR_CONNECTION_ABORTED",
  "ERR_CONNECTION_FAILED",
  "ERR_EMPTY_RESPONSE",
  "ERR_NETWORK_ACCESS_DENIED",
  "ERR_NETWORK_CHANGED",
  "ERR_CONNECTION_TIMED_OUT",
  "ERR_TIMED_OUT",
  "ERR_PROXY_CONNECTION_FAILED",
  "ERR_SOCKS_CONNECTION_FAILED",
  "ERR_NO_SUPPORTED_PROXIES",
  "ERR_MANDATORY_PROXY_CONFIGURATION_FAILED",
  "ERR_PAC_SCRIPT_FAILED",
  "ERR_PROXY_CERTIFICATE_INVALID",
  "ERR_TUNNEL_CONNECTION_FAILED",
  "ERR_PROXY_AUTH_UNSUPPORTED",
  "ERR_UNEXPECTED_PROXY_AUTH",
  "ERR_CERT_DATE_INVALID",
  "ERR_CERT_COMMON_NAME_INVALID",
  "ERR_CERT_AUTHORITY_INVALID",
  "ERR_CERT_CONTAINS_ERRORS",
  "ERR_CERT_NO_REVOCATION_MECHANISM",
  "ERR_CERT_UNABLE_TO_CHECK_REVOCATION",
  "ERR_CERT_REVOKED",
  "ERR_CERT_INVALID",
  "ERR_CERT_WEAK_SIGNATURE_ALGORITHM",
  "ERR_CERT_NON_UNIQUE_NAME",
  "ERR_CERT_WEAK_KEY",
  "ERR_CERT_NAME_CONSTRAINT_VIOLATION",
  "ERR_CERT_VALIDITY_TOO_LONG",
  "ERR_CERT_KNOWN_INTERCEPTION_BLOCKED",
  "ERR_CERTIFICATE_TRANSPARENCY_REQUIRED",
  "ERR_SSL_PINNED_KEY_NOT_IN_CERT_CHAIN",
  "ERR_SSL_PROTOCOL_ERROR",
  "ERR_SSL_VERSION_OR_CIPHER_MISMATCH",
  "ERR_SSL_OBSOLETE_VERSION",
  "ERR_SSL_CLIENT_AUTH_CERT_NEEDED",
  "ERR_SSL_UNRECOGNIZED_NAME_ALERT",
] as const;
export type NetworkReason = (typeof networkReasons)[number];

/** A failure that the window has shown. */
export interface RecentError {
  readonly code: ErrorCode;
  /** RFC 3339, UTC. */
  readonly at: string;
  readonly method: BridgeMethod;
  /** Solaris' id of it, for support. In a view only in one of the forms that Solaris' ids have. */
  readonly supportId?: string | undefined;
}

/** How many are kept. */
export const MOST_RECENT_ERRORS = 20;
