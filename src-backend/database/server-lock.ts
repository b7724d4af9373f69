import { closeSync, openSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { DatabaseFailed } from "./database-failed.ts";
import { identityOf, prepareDatabaseFile } from "./database-file.ts";
import { DatabaseUnusable } from "./database-unusable.ts";

/** Keeps the connections referenced: garbage collection would close one and release its lock. */
const held = new Set<DatabaseSync>();

/** The lock that makes this process the one server on a database file. */
export interface ServerLock {
  readonly giveUp: () => void;
  /** @throws DatabaseFailed `replaced` if the lock file was deleted or replaced: a second server may hold the new one */
  readonly requireHeld: () => void;
}

/**
 * Makes this process the only server on a database file, so the changes in progress there are exactly its own
 * (changes-in-flight.ts). The lock is an exclusive transaction on a file beside it, which the system releases however the
 * process ends; a file with a process id would be stale after `kill -9`.
 *
 * Nothing can stop somebody from deleting that file and so letting a second server in, because the database file itself must
 * stay open to `backup`. So the first server calls `requireHeld` before it reads (once in a turn of its event loop), begins and commits, and after
 * a deletion answers and writes nothing. It also asks Solaris for nothing, because it always writes to the database before it asks.
 * @throws DatabaseUnusable `in_use` if another server has it
 */
export function takeServerLock(databaseFile: string): ServerLock {
  if (databaseFile === ":memory:") return { giveUp: () => {}, requireHeld: () => {} };
  const file = `${prepareDatabaseFile(databaseFile)}.lock`;
  let lock: DatabaseSync | undefined;
  let locked: string | undefined;
  try {
    closeSync(openSync(file, "a", 0o600));
    // Read before locking, so a replacement in between is noticed.
    locked = identityOf(file);
    lock = new DatabaseSync(file, { timeout: 0 });
    // Nothing is ever written to it, so it needs no journal beside it.
    lock.exec("PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE");
  } catch (cause) {
    lock?.close();
    const isTaken = new DatabaseFailed(cause).reason === "busy";
    throw new DatabaseUnusable(cause, isTaken ? "in_use" : "not_writable");
  }
  const taken = lock;
  held.add(taken);
  return {
    giveUp: () => {
      held.delete(taken);
      if (taken.isOpen) taken.close();
    },
    requireHeld: () => {
      if (locked === undefined || identityOf(file) !== locked) throw new DatabaseFailed(undefined, "replaced");
    },
  };
}
