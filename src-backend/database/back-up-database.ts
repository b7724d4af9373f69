import { closeSync, existsSync, fsyncSync, linkSync, openSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { backup, DatabaseSync } from "node:sqlite";
import { CommandRefused } from "../command-refused.ts";
import { ConfigError } from "../config-error.ts";
import { DatabaseFailed } from "./database-failed.ts";
import { openDatabase } from "./open-database.ts";
import { markRestorable } from "./restore-marks.ts";

/** More pages than there are, so that one step copies them all, as they are at one moment. In several steps, a busy server would make the copy begin again and again. */
const ALL_PAGES = 2 ** 31 - 1;

/**
 * Copies a database while a server works on it. A mark in the copy tells the server that starts on it that it may have
 * forgotten something. The copy appears under its name when it is whole, checked and on the disk.
 * @param now in milliseconds
 * @throws CommandRefused where there is nothing to copy, or something is in the way
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
    const opened = await openDatabase(unfinished);
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

/** Leaves no log beside the file, and has all of it on the disk. */
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
    linkSync(unfinished, copy); // which a rename would not do: it never takes the place of another file
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
    // Some systems and file systems cannot; the file itself is on the disk.
  }
}
