import { lstatSync, statSync } from "node:fs";
import { errnoOf } from "./errno.ts";

/**
 * Whether an error means that a file in one of our folders does not exist. ENOENT alone is not enough: Windows also reports
 * it below something that is not a folder, and a dangling link gives it too. Then nothing is known.
 */
export function saysAbsent(error: unknown, folder: string): boolean {
  if (errnoOf(error) !== "ENOENT") return false;
  const found = statSync(folder, { throwIfNoEntry: false });
  return found === undefined ? !isTaken(folder) : found.isDirectory();
}

/** Whether anything has this name; false if its folder cannot be read. */
export function isTaken(name: string): boolean {
  try {
    return lstatSync(name, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false; // the caller reports that nothing is known
  }
}
