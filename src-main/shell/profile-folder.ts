import { randomUUID } from "node:crypto";
import { closeSync, mkdirSync, openSync, readlinkSync, rmSync } from "node:fs";
import { hostname } from "node:os";
import path from "node:path";
import { errnoOf } from "../files/errno.ts";

interface NamedApp {
  readonly name: string;
  getPath(name: "userData" | "appData"): string;
}

/**
 * The program's folder. Electron does not name a folder that it cannot create; then this returns the path that it would
 * have.
 */
export function profileFolder(app: NamedApp): string {
  try {
    return app.getPath("userData");
  } catch {
    return path.join(app.getPath("appData"), app.name);
  }
}

/**
 * Whether files can be created in the folder, which is created if missing. On a full disk the answer is still yes: most
 * steps work, and the others report it, though the single-instance check, itself a file, may fail. If another instance runs,
 * that one reports its folder.
 * @param isFirst what Electron says: also false if it could not create its own file
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
 * Whether another instance uses this folder. Chromium's lock there is a link to `HOST-PID`, which a crash leaves behind
 * (process_singleton_posix.cc). Windows has no such link, so there the answer is no.
 */
function isUsedByAnother(folder: string): boolean {
  try {
    const lock = /^(?<host>.+)-(?<pid>[1-9]\d*)$/.exec(readlinkSync(path.join(folder, "SingletonLock")));
    if (lock?.groups?.host !== hostname()) return false;
    process.kill(Number(lock.groups.pid), 0); // signal 0 only checks that the process exists
    return true;
  } catch {
    return false; // another user's process (EPERM) has reused the id of one that died
  }
}
