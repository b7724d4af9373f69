import { randomUUID } from "node:crypto";
import { closeSync, mkdirSync, openSync, readlinkSync, rmSync } from "node:fs";
import { hostname } from "node:os";
import path from "node:path";
import { errnoOf } from "../files/errno.ts";

interface NamedApp {
  readonly name: string;
  getPath(name: "userData" | "appData"): string;
}

/** Where this program keeps its files. Electron names no folder where it cannot make it: then it is the one that it would be. */
export function profileFolder(app: NamedApp): string {
  try {
    return app.getPath("userData");
  } catch {
    return path.join(app.getPath("appData"), app.name);
  }
}

/**
 * Whether files can be made in the folder, which is made when missing. Where only room is wanting, most can be done, and
 * what cannot says so: then only whether this is the first instance is not known, because that is a file, too. Where
 * another instance runs, the folder is for that one to tell of.
 * @param isFirst what Electron says: false also where its own file could not be made
 */
export function canKeepFiles(folder: string, isFirst: boolean): boolean {
  const trial = path.join(folder, `trial-${randomUUID()}`);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    closeSync(openSync(trial, "wx", 0o600));
    rmSync(trial);
    return true;
  } catch (error) {
    const errno = errnoOf(error);
    return isFirst ? errno === "ENOSPC" || errno === "EDQUOT" : isUsedByAnother(folder);
  }
}

/**
 * Whether another instance runs on this folder. Chromium's lock in it is a link to `HOST-PID`, which a crash leaves behind
 * (process_singleton_posix.cc). Windows has none: there the answer is no.
 */
function isUsedByAnother(folder: string): boolean {
  try {
    const lock = /^(?<host>.+)-(?<pid>[1-9]\d*)$/.exec(readlinkSync(path.join(folder, "SingletonLock")));
    if (lock?.groups?.host !== hostname()) return false;
    process.kill(Number(lock.groups.pid), 0); // sends nothing, fails where there is no such process
    return true;
  } catch {
    return false; // a process of somebody else's (EPERM) is not ours, but has the number of one that died
  }
}
