import { accessSync, closeSync, constants, openSync, realpathSync, statSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { DatabaseUnusable } from "./database-unusable.ts";

/**
 * Makes the file where it is missing, empty and for its owner alone; what SQLite puts beside it gets the same permissions.
 * @returns its real path: however it is named, through links or not, it is one database
 * @throws DatabaseUnusable
 */
export function prepareDatabaseFile(file: string): string {
  try {
    closeSync(openSync(file, "a", 0o600));
  } catch (cause) {
    throw new DatabaseUnusable(cause, isWritableFolder(path.dirname(file)) ? "not_writable" : "folder_not_writable");
  }
  const real = realpathSync(file);
  if (!isWritableFolder(path.dirname(real))) throw new DatabaseUnusable(undefined, "folder_not_writable");
  return real;
}

/** A file's device and number, which a rename into its place changes; undefined where there is none. */
export function identityOf(file: string): string | undefined {
  const stat = statSync(file, { bigint: true, throwIfNoEntry: false });
  return stat && `${stat.dev} ${stat.ino}`;
}

/** Whether other users of this computer may read or write it. Windows has no such modes. */
export function isOpenToOthers(file: string): boolean {
  return process.platform !== "win32" && (statSync(file).mode & 0o077) !== 0;
}

function isWritableFolder(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
