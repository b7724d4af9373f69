import { closeSync, openSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { DatabaseFailed } from "./database-failed.ts";
import { identityOf, prepareDatabaseFile } from "./database-file.ts";
import { DatabaseUnusable } from "./database-unusable.ts";

/** Keeps the connections referenced: one without a reference is closed, and its lock goes with it. */
const held = new Set<DatabaseSync>();

/** The lock that makes this process the one server on a database file. */
export interface ServerLock {
  readonly giveUp: () => void;
  /** @throws DatabaseFailed `replaced` where the lock's file is gone or another one, by which a second server may hold it */
  readonly requireHeld: () => void;
}

/**
 * Makes this process the one server on a database file: what is under way there is what this process has in hand
 * (changes-in-flight.ts). The lock is an exclusive transaction on a file beside it, which the system ends with the process, however
 * that ends; a file with a process id in it would have to be believed after `kill -9`.
 *
 * Deleting that file lets a second server in, and nothing can refuse it: the database file itself has to stay open to
 * `backup`. So the first server calls `requireHeld` before each statement, and from then on answers and writes nothing. It
 * does not ask Solaris for anything either, because it writes down what it is about to ask for before it asks.
 * @throws DatabaseUnusable `in_use` where another server has it
 */
export function takeServerLock(databaseFile: string): ServerLock {
  if (databaseFile === ":memory:") return { giveUp: () => {}, requireHeld: () => {} };
  const file = `${prepareDatabaseFile(databaseFile)}.lock`;
  let lock: DatabaseSync | undefined;
  let locked: string | undefined;
  try {
    closeSync(openSync(file, "a", 0o600));
    // Before it is locked: if it is replaced in between, it is not the one that stays here.
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
