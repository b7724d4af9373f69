import type { NetworkReason } from "../../src-contract/bridge/diagnosis-view.ts";
import type { ErrorCode } from "../../src-contract/errors/error-codes.ts";
import type { BackendError } from "./backend-error.ts";

/** Why no answer came, and what is known of the request. Failed steps and the diagnosis share it. */
export interface NetworkFailure {
  readonly code: ErrorCode;
  readonly arrival: Exclude<BackendError["arrival"], "answered">;
  /** Chromium's name for support; null if it would not help them. */
  readonly reason: NetworkReason | null;
}

type Meaning = readonly [code: ErrorCode, arrival: NetworkFailure["arrival"]];
const unreachable: Meaning = ["ERR_BACKEND_UNREACHABLE", "unclear"];
const untrusted: Meaning = ["ERR_CONNECTION_NOT_TRUSTED", "never-sent"];
/** TLS failed, perhaps long after the handshake. */
const untrustedAtAnyTime: Meaning = ["ERR_CONNECTION_NOT_TRUSTED", "unclear"];
const noProxy: Meaning = ["ERR_PROXY_UNREACHABLE", "never-sent"];

/**
 * What each of Chromium's names (net_error_list.h) means. `never-sent`: the error only occurs before there is a connection.
 */
const meanings: Readonly<Record<NetworkReason, Meaning>> = {
  ERR_INTERNET_DISCONNECTED: ["ERR_NO_NETWORK", "never-sent"],
  ERR_NAME_NOT_RESOLVED: ["ERR_BACKEND_UNREACHABLE", "never-sent"],
  ERR_ADDRESS_UNREACHABLE: ["ERR_BACKEND_UNREACHABLE", "never-sent"],
  ERR_CONNECTION_REFUSED: ["ERR_BACKEND_UNREACHABLE", "never-sent"],
  ERR_CONNECTION_RESET: unreachable,
  ERR_CONNECTION_CLOSED: unreachable,
  ERR_CONNECTION_ABORTED: unreachable,
  ERR_CONNECTION_FAILED: unreachable,
  ERR_EMPTY_RESPONSE: unreachable,
  ERR_NETWORK_ACCESS_DENIED: unreachable,
  ERR_NETWORK_CHANGED: unreachable,
  ERR_CONNECTION_TIMED_OUT: ["ERR_BACKEND_TIMEOUT", "never-sent"],
  ERR_TIMED_OUT: ["ERR_BACKEND_TIMEOUT", "unclear"],
  ERR_PROXY_CONNECTION_FAILED: noProxy,
  ERR_SOCKS_CONNECTION_FAILED: noProxy,
  ERR_NO_SUPPORTED_PROXIES: noProxy,
  ERR_MANDATORY_PROXY_CONFIGURATION_FAILED: noProxy,
  ERR_PAC_SCRIPT_FAILED: noProxy,
  ERR_PROXY_CERTIFICATE_INVALID: noProxy,
  ERR_TUNNEL_CONNECTION_FAILED: ["ERR_PROXY_REFUSED", "never-sent"],
  ERR_PROXY_AUTH_UNSUPPORTED: ["ERR_PROXY_SIGN_IN", "never-sent"],
  ERR_UNEXPECTED_PROXY_AUTH: ["ERR_NETWORK_SIGN_IN", "unclear"],
  ERR_CERT_DATE_INVALID: ["ERR_CERTIFICATE_DATE", "never-sent"],
  ERR_CERT_COMMON_NAME_INVALID: untrusted,
  ERR_CERT_AUTHORITY_INVALID: untrusted,
  ERR_CERT_CONTAINS_ERRORS: untrusted,
  ERR_CERT_NO_REVOCATION_MECHANISM: untrusted,
  ERR_CERT_UNABLE_TO_CHECK_REVOCATION: untrusted,
  ERR_CERT_REVOKED: untrusted,
  ERR_CERT_INVALID: untrusted,
  ERR_CERT_WEAK_SIGNATURE_ALGORITHM: untrusted,
  ERR_CERT_NON_UNIQUE_NAME: untrusted,
  ERR_CERT_WEAK_KEY: untrusted,
  ERR_CERT_NAME_CONSTRAINT_VIOLATION: untrusted,
  ERR_CERT_VALIDITY_TOO_LONG: untrusted,
  ERR_CERT_KNOWN_INTERCEPTION_BLOCKED: untrusted,
  ERR_CERTIFICATE_TRANSPARENCY_REQUIRED: untrustedAtAnyTime,
  ERR_SSL_PINNED_KEY_NOT_IN_CERT_CHAIN: ["ERR_SERVER_KEY_UNKNOWN", "never-sent"],
  ERR_SSL_PROTOCOL_ERROR: untrustedAtAnyTime,
  ERR_SSL_VERSION_OR_CIPHER_MISMATCH: untrusted,
  ERR_SSL_OBSOLETE_VERSION: untrustedAtAnyTime,
  ERR_SSL_CLIENT_AUTH_CERT_NEEDED: untrustedAtAnyTime,
  ERR_SSL_UNRECOGNIZED_NAME_ALERT: untrustedAtAnyTime,
};

/** The meaning of unlisted names, by their prefix. */
const families: readonly (readonly [RegExp, Meaning])[] = [
  [/^ERR_CERT_/, untrusted],
  [/CERT|SSL/, untrustedAtAnyTime],
  [/RESPONSE|CONTENT_|_HTTP_|HTTP2_|HTTP_1_1/, ["ERR_BACKEND_ANSWER", "unclear"]],
];

/** Node's names for failures before there is a connection; in tests Node replaces Chromium. */
const nodeErrorsBeforeSending = /ECONNREFUSED|ENOTFOUND|EAI_AGAIN/;

/** What a failed request means, judged only by the error names in its text. */
export function networkFailure(error: unknown): NetworkFailure {
  const text = textOf(error);
  const name = /net::(ERR_\w+)/.exec(text)?.[1] ?? "";
  if (isKnown(name)) return asFailure(meanings[name], name);
  if (/redirect/i.test(text)) return asFailure(["ERR_NETWORK_SIGN_IN", "unclear"]);
  if (nodeErrorsBeforeSending.test(text)) return asFailure(["ERR_BACKEND_UNREACHABLE", "never-sent"]);
  return asFailure(families.find(([about]) => about.test(name))?.[1] ?? unreachable);
}

/**
 * What an answer in another form than the backend's means. A captive portal answers with a redirect, a success page or 511
 * (RFC 6585 §6, RFC 8952 §2); any other page may come from a server in front of the backend.
 */
export function foreignAnswer({ ok, status, headers }: Response): ErrorCode {
  const isRedirect = status >= 300 && status < 400;
  const isPage = ok && /^text\/html\b/i.test(headers.get("content-type") ?? "");
  return isRedirect || isPage || status === 511 ? "ERR_NETWORK_SIGN_IN" : "ERR_BACKEND_ANSWER";
}

/** The texts of an error and its causes, searched for known names and never shown. */
function textOf(error: unknown): string {
  if (!(error instanceof Error)) return "";
  const code = "code" in error ? String(error.code) : "";
  return `${error.message} ${code} ${textOf(error.cause)}`;
}

function asFailure([code, arrival]: Meaning, reason: NetworkReason | null = null): NetworkFailure {
  return { code, arrival, reason };
}

function isKnown(name: string): name is NetworkReason {
  return Object.hasOwn(meanings, name);
}
