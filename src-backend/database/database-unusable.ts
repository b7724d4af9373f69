import { ConfigError } from "../config-error.ts";
import { DatabaseFailed, type DatabaseFailure } from "./database-failed.ts";

/** Why this backend cannot use DATABASE_FILE: what is wrong, and what is expected. */
const sentences = {
  folder_not_writable:
    "is in a folder that cannot be written; expected one that this user may write, because SQLite keeps its log beside the file",
  not_writable: "cannot be opened and written; expected a file that this user may read and write",
  in_use: "is in use by another partner backend; expected one server for each file, so end the other one first",
  locked: "is locked by another program; expected no other program to use it",
  full: "is on a full disk; expected free space for its records",
  damaged:
    "is damaged or not a database; expected one of this backend, a backup of it, or a file that is not there yet",
  foreign: "is the database of another program; expected one of this backend, or a file that is not there yet",
  newer: "was written by a newer version of this backend; expected that version, or a backup from before it",
  other: "cannot be used; expected a file on a disk of this computer",
} as const;

export type UnusableReason = keyof typeof sentences;

const reasonOf: Record<DatabaseFailure, UnusableReason> = {
  busy: "locked",
  read_only: "not_writable",
  cannot_open: "not_writable",
  full: "full",
  corrupt: "damaged",
  io: "other",
  replaced: "other",
  other: "other",
};

/** The backend cannot start on this database. */
export class DatabaseUnusable extends ConfigError {
  readonly reason: UnusableReason;
  /** SQLite's extended result code, if SQLite failed. */
  readonly sqliteCode: number | undefined;

  /** @param reason if it does not follow from the cause */
  constructor(cause?: unknown, reason?: UnusableReason) {
    const failure = cause instanceof DatabaseFailed ? cause : new DatabaseFailed(cause);
    const named = reason ?? reasonOf[failure.reason];
    super([`DATABASE_FILE ${sentences[named]}`], { cause });
    this.reason = named;
    this.sqliteCode = failure.sqliteCode;
  }
}
