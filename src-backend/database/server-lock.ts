import { closeSync, openSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { DatabaseFailed } from "./database-failed.ts";
import { prepareDatabaseFile } from "./database-file.ts";
import { DatabaseUnusable } from "./database-unusable.ts";

/** Referred to from here, because a connection that nobody refers to is closed, and with it goes its lock. */
const held = new Set<DatabaseSync>();

/**
 * Makes this process the one server on a database file: what is under way there is what this process has in hand
 * (in-hand.ts). The lock is an exclusive transaction on a file beside it, which the system ends with the process, however
 * that ends; a file with a process id in it would have to be believed after `kill -9`. Commands do not take it.
 * @returns what gives it up
 * @throws DatabaseUnusable `in_use` where another server has it
 */
export function takeServerLock(databaseFile: string): () => void {
  if (databaseFile === ":memory:") return () => {};
  const file = `${prepareDatabaseFile(databaseFile)}.lock`;
  let lock: DatabaseSync | undefined;
  try {
    closeSync(openSync(file, "a", 0o600));
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
  return () => {
    held.delete(taken);
    if (taken.isOpen) taken.close();
  };
}
