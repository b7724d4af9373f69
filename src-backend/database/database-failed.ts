/** Why a database did not do what it was told, by SQLite's primary result codes (sqlite.org/rescode.html). */
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

/** `replaced`: the database file is no longer the one that was opened, or the file with the server's lock is not. */
export type DatabaseFailure = (typeof reasons)[keyof typeof reasons] | "replaced" | "other";

/**
 * The one error that leaves the database, whatever failed in it. Nothing that was to be written counts as written. Its
 * message names only the reason: SQLite's own words may contain values.
 */
export class DatabaseFailed extends Error {
  override readonly name = "DatabaseFailed";
  readonly reason: DatabaseFailure;
  /** SQLite's extended result code, where it was SQLite that failed. */
  readonly sqliteCode: number | undefined;

  /** @param reason where it is known otherwise than from the cause */
  constructor(cause: unknown, reason?: DatabaseFailure) {
    const sqliteCode = codeOf(cause);
    // The lowest byte of an extended code is its primary one.
    const primary = sqliteCode === undefined ? undefined : sqliteCode & 0xff;
    const named = reason ?? Object.entries(reasons).find(([code]) => Number(code) === primary)?.[1] ?? "other";
    super(named, { cause });
    this.reason = named;
    this.sqliteCode = sqliteCode;
  }
}

/** Why the database failed, from a closed list. */
export function databaseFailure(error: unknown): DatabaseFailure {
  return error instanceof DatabaseFailed ? error.reason : "other";
}

/** `node:sqlite` puts SQLite's extended result code into `errcode`. */
function codeOf(cause: unknown): number | undefined {
  const code = cause instanceof Error && "errcode" in cause ? cause.errcode : undefined;
  return typeof code === "number" ? code : undefined;
}
