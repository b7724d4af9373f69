import { lstatSync, statSync } from "node:fs";
import { errnoOf } from "./errno.ts";

/**
 * Whether an error about a file in one of our folders says that the file is not there. Windows says so of a file below
 * something that is no folder, too, and so does a link that leads nowhere: then nothing is known.
 */
export function saysAbsent(error: unknown, folder: string): boolean {
  if (errnoOf(error) !== "ENOENT") return false;
  const found = statSync(folder, { throwIfNoEntry: false });
  return found === undefined ? !isTaken(folder) : found.isDirectory();
}

/** Whether anything has this name; false where its folder does not say. */
export function isTaken(name: string): boolean {
  try {
    return lstatSync(name, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false; // the caller tells that nothing is known
  }
}
