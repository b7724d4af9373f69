import { closeSync, existsSync, fsyncSync, linkSync, openSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { backup, DatabaseSync } from "node:sqlite";
import { CommandRefused } from "../command-refused.ts";
import { ConfigError } from "../config-error.ts";
import { DatabaseFailed } from "./database-failed.ts";
import { openSqlite } from "./open-sqlite.ts";
import { markRestorable } from "./restore-marks.ts";

/**
 * More pages than any file has, so one step copies a consistent snapshot. With several steps, a busy server would make the
 * copy restart again and again.
 */
const ALL_PAGES = 2 ** 31 - 1;

/**
 * Copies a database while a server uses it. A mark in the copy tells the next server on it that changes may be missing. The
 * copy gets its name only once it is complete, checked and on disk.
 * @param now in milliseconds
 * @throws CommandRefused if there is nothing to copy, or the target is in the way
 */
export async function backUpDatabase(file: string, copy: string, now: () => number): Promise<void> {
  if (!existsSync(file)) throw new CommandRefused("There is no database in DATABASE_FILE.");
  refuseExisting(copy);
  const unfinished = `${copy}.unfinished`;
  try {
    closeSync(openSync(unfinished, "wx", 0o600));
  } catch (cause) {
    throw new CommandRefused(
      `The backup cannot be written to ${unfinished}, or an earlier one has left it there.`,
      cause,
    );
  }
  try {
    const madeAt = now();
    await copyPages(file, unfinished);
    const opened = await openSqlite(unfinished);
    await markRestorable(opened, madeAt).finally(() => opened.destroy());
    putInOneFile(unfinished);
    moveInto(unfinished, copy);
  } catch (cause) {
    if (cause instanceof CommandRefused || cause instanceof ConfigError) throw cause;
    throw new CommandRefused(`The database could not be copied (${new DatabaseFailed(cause).reason}).`, cause);
  } finally {
    for (const part of [unfinished, `${unfinished}-wal`, `${unfinished}-shm`]) rmSync(part, { force: true });
  }
  syncFolder(path.dirname(copy));
}

async function copyPages(file: string, copy: string): Promise<void> {
  const source = new DatabaseSync(file);
  try {
    await backup(source, copy, { rate: ALL_PAGES });
  } finally {
    source.close();
  }
}

/** Merges the log into the file, and syncs it to disk. */
function putInOneFile(file: string): void {
  const database = new DatabaseSync(file);
  database.exec("PRAGMA journal_mode = DELETE");
  database.close();
  const descriptor = openSync(file, "r+");
  fsyncSync(descriptor);
  closeSync(descriptor);
}

function moveInto(unfinished: string, copy: string): void {
  try {
    linkSync(unfinished, copy); // unlike a rename, a link never replaces an existing file
  } catch {
    refuseExisting(copy);
    renameSync(unfinished, copy); // a file system without links
  }
}

function refuseExisting(copy: string): void {
  if (existsSync(copy)) throw new CommandRefused(`${copy} is there already, and a backup overwrites nothing.`);
}

function syncFolder(folder: string): void {
  try {
    const descriptor = openSync(folder, "r");
    fsyncSync(descriptor);
    closeSync(descriptor);
  } catch {
    // Some systems and file systems cannot; the file itself is on disk.
  }
}
