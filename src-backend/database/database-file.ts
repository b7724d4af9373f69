import { accessSync, closeSync, constants, openSync, realpathSync, statSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { DatabaseUnusable } from "./database-unusable.ts";

/**
 * Creates a missing file, empty and for its owner only; SQLite gives its companion files the same permissions.
 * @returns its real path, so the same database has one name even through links
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

/** A file's device and inode, which change if another file is renamed into its place; undefined if there is no file. */
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
