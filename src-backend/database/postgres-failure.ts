import { DatabaseError } from "pg";

/** Why PostgreSQL, or the way to it, failed: by the SQLSTATE (postgresql.org/docs/current/errcodes-appendix.html). */
export type PostgresFailure =
  | "busy"
  | "read_only"
  | "io"
  | "corrupt"
  | "full"
  | "connection"
  | "timeout"
  | "login_refused"
  | "denied"
  | "tls"
  | "not_replicated"
  | "other";

/** The longest match counts: a code, or a class by its first two characters. */
const reasons: Readonly<Record<string, PostgresFailure>> = {
  "08": "connection",
  "25006": "read_only", // read_only_sql_transaction: a standby, or the primary that became one
  "25P03": "timeout", // idle_in_transaction_session_timeout
  "28": "login_refused",
  "3D": "login_refused", // the database is not there
  "3F": "denied", // nor is the schema
  "40": "busy", // a deadlock, or a serialization failure
  "42501": "denied",
  "53": "other",
  "53100": "full",
  "53300": "busy", // too_many_connections
  "55P03": "busy", // lock_not_available
  "57": "connection", // shutdown, crash, not ready
  "57014": "timeout", // query_canceled, by statement_timeout or by hand
  "58": "io",
  XX001: "corrupt",
  XX002: "corrupt",
};

/** What the driver says itself, without a code. @see node_modules/pg/lib/client.js, pg-pool/index.js */
const words: Readonly<Record<string, PostgresFailure>> = {
  "Query read timeout": "timeout",
  // All connections of the pool are in use for longer than a request waits for one.
  "timeout exceeded when trying to connect": "busy",
  "The server does not support SSL connections": "tls",
  "There was an error establishing an SSL connection": "tls",
};

/** The SQLSTATE that the server gave, if it was the server that failed. */
export function sqlStateOf(cause: unknown): string | undefined {
  return cause instanceof DatabaseError && /^[0-9A-Z]{5}$/.test(cause.code ?? "") ? cause.code : undefined;
}

/** Why it failed; what is neither the server's nor the driver's word is the connection's. */
export function postgresFailure(cause: unknown): PostgresFailure {
  const state = sqlStateOf(cause);
  if (state !== undefined) return reasons[state] ?? reasons[state.slice(0, 2)] ?? "other";
  if (!(cause instanceof Error)) return "other";
  // The server asks for a password that is not there, or does not know the one it took (node_modules/pg/lib/crypto/sasl.js).
  if (cause.message.startsWith("SASL:")) return "login_refused";
  return words[cause.message] ?? (isOfTls(cause) ? "tls" : "connection");
}

/** OpenSSL's verdicts on certificates (nodejs.org/api/tls.html#x509-certificate-error-codes), and Node's on names. */
function isOfTls(error: Error): boolean {
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  return /CERT|^UNABLE_TO_VERIFY|^ERR_(?:TLS|SSL)|^(?:EPROTO|INVALID_CA|HOSTNAME_MISMATCH|PATH_LENGTH_EXCEEDED|INVALID_PURPOSE)$/.test(
    code,
  );
}
