import { ConfigError } from "../config-error.ts";
import { DatabaseFailed, type DatabaseFailure } from "./database-failed.ts";

/** Why this backend cannot use DATABASE_FILE: what is wrong, and what is expected. */
const ofFile = {
  folder_not_writable:
    "is in a folder that cannot be written; expected one that this user may write, because SQLite keeps its log beside the file",
  not_writable: "cannot be opened and written; expected a file that this user may read and write",
  in_use: "is in use by another partner backend; expected one server for each file, so end the other one first",
  locked: "is locked by another program; expected no other program to use it",
  full: "is on a full disk; expected free space for its records",
  damaged:
    "is damaged or not a database; expected one of this backend, a backup of it, or a file that is not there yet",
  foreign: "is the database of another program; expected one of this backend, or a file that is not there yet",
  newer:
    "was changed by a newer version of this backend, which has taken away what this one needs; expected that version, or a backup from before it",
  not_migrated:
    "lacks what this version needs, and MIGRATE_AT_START is no; expected the backend's command `migrate` to have been run",
  other: "cannot be used; expected a file on a disk of this computer",
} as const;

/** The same of DATABASE_URL. */
const ofServer = {
  unreachable:
    "names a server that does not answer; expected a PostgreSQL that runs and that this computer can reach by this host and port",
  tls: "names a server that does not prove to be it; expected one whose certificate has the host's name, from an authority that Node or sslrootcert knows",
  login_refused:
    "is refused by the server; expected a user and password that are right (otherwise sql_state is 28P01), let in by pg_hba.conf (28000), and a database that exists (3D000)",
  denied:
    "names a user who may not do what is needed; expected one with a schema first in its search_path, and the right to create tables there, or to read and write all that are there",
  standby:
    "names a standby, or a server for reading only; expected the primary, because each PIN change is written down",
  not_durable:
    "names a server that answers before its disk has what was written; expected synchronous_commit and fsync to be on, because the ledger must survive a crash",
  busy: "names a server that has no connection or lock to give; expected max_connections above the instances' connections in all",
  slow: "names a server that did not answer in time; expected one that does, and a synchronous standby that runs where one is named",
  full: "names a server whose disk is full; expected free space for its records",
  damaged: "names a database that is damaged; expected one that the server can read",
  foreign: "names a schema with tables of another program; expected a schema for this backend alone",
  not_first:
    "names a user whose search_path has this backend's tables in a later schema than the first; expected their schema first",
  newer:
    "names a database that a newer version of this backend has changed, which has taken away what this one needs; expected that version",
  not_migrated:
    "names a database that lacks what this version needs, and MIGRATE_AT_START is no; expected the backend's command `migrate` to have been run, by a user who may create tables",
  other: "cannot be used; expected a PostgreSQL database, and a user who may create tables in its schema",
} as const;

type FileReason = keyof typeof ofFile;
type ServerReason = keyof typeof ofServer;
export type UnusableReason = FileReason | ServerReason;

const fileReasons: Partial<Record<DatabaseFailure, FileReason>> = {
  busy: "locked",
  read_only: "not_writable",
  cannot_open: "not_writable",
  full: "full",
  corrupt: "damaged",
};
const serverReasons: Partial<Record<DatabaseFailure, ServerReason>> = {
  busy: "busy",
  read_only: "standby",
  full: "full",
  corrupt: "damaged",
  connection: "unreachable",
  timeout: "slow",
  not_replicated: "slow",
  login_refused: "login_refused",
  denied: "denied",
  tls: "tls",
};

/** The backend cannot start on this database. */
export class DatabaseUnusable extends ConfigError {
  readonly reason: UnusableReason;
  /** SQLite's extended result code, if SQLite failed. */
  readonly sqliteCode: number | undefined;
  /** PostgreSQL's code, if PostgreSQL failed. */
  readonly sqlState: string | undefined;

  /** Of a file. @param reason if it does not follow from the cause */
  constructor(cause?: unknown, reason?: FileReason, fault?: { readonly reason: ServerReason }) {
    const failure = cause instanceof DatabaseFailed ? cause : new DatabaseFailed(cause);
    const ofThisFile = reason ?? fileReasons[failure.reason] ?? "other";
    super([fault ? `DATABASE_URL ${ofServer[fault.reason]}` : `DATABASE_FILE ${ofFile[ofThisFile]}`], { cause });
    this.reason = fault?.reason ?? ofThisFile;
    this.sqliteCode = failure.sqliteCode;
    this.sqlState = failure.sqlState;
  }
}

/** Of a server. @param reason if it does not follow from the cause */
export function serverUnusable(cause?: unknown, reason?: ServerReason): DatabaseUnusable {
  const failure = cause instanceof DatabaseFailed ? cause.reason : "other";
  return new DatabaseUnusable(cause, undefined, { reason: reason ?? serverReasons[failure] ?? "other" });
}
