import { type PostgresFailure, sqlStateOf } from "./postgres-failure.ts";

/** Why a database operation failed, by SQLite's primary result code (sqlite.org/rescode.html). */
const reasons = {
  5: "busy", // SQLITE_BUSY
  6: "busy", // SQLITE_LOCKED
  8: "read_only", // SQLITE_READONLY
  10: "io", // SQLITE_IOERR
  11: "corrupt", // SQLITE_CORRUPT
  13: "full", // SQLITE_FULL
  14: "cannot_open", // SQLITE_CANTOPEN
  26: "corrupt", // SQLITE_NOTADB
} as const;

/**
 * `replaced`: the database file, or the lock file, is no longer the one that was opened. `not_replicated`: it is on one server,
 * and nobody waited any more for the other one.
 */
export type DatabaseFailure = (typeof reasons)[keyof typeof reasons] | PostgresFailure | "replaced" | "other";

/**
 * The only error that the database throws. Nothing of the failed write counts as written. The message names only the reason,
 * because the database's own words may contain values.
 */
export class DatabaseFailed extends Error {
  override readonly name = "DatabaseFailed";
  readonly reason: DatabaseFailure;
  /** SQLite's extended result code, if SQLite failed. */
  readonly sqliteCode: number | undefined;
  /** PostgreSQL's code, if PostgreSQL failed. */
  readonly sqlState: string | undefined;

  /** @param reason if it does not follow from the cause */
  constructor(cause: unknown, reason?: DatabaseFailure) {
    const sqliteCode = codeOf(cause);
    // The lowest byte of an extended code is its primary one.
    const primary = sqliteCode === undefined ? undefined : sqliteCode & 0xff;
    const named = reason ?? Object.entries(reasons).find(([code]) => Number(code) === primary)?.[1] ?? "other";
    super(named, { cause });
    this.reason = named;
    this.sqliteCode = sqliteCode;
    this.sqlState = sqlStateOf(cause);
  }
}

/** Why the database failed, from a closed list. */
export function databaseFailure(error: unknown): DatabaseFailure {
  return error instanceof DatabaseFailed ? error.reason : "other";
}

/** What the log says of a failure of the database. */
export function failureFields(error: unknown): { reason: DatabaseFailure; sql_state?: string } {
  const state = error instanceof DatabaseFailed ? error.sqlState : undefined;
  return { reason: databaseFailure(error), ...(state !== undefined && { sql_state: state }) };
}

/** `node:sqlite` puts SQLite's extended result code into `errcode`. */
function codeOf(cause: unknown): number | undefined {
  const code = cause instanceof Error && "errcode" in cause ? cause.errcode : undefined;
  return typeof code === "number" ? code : undefined;
}
