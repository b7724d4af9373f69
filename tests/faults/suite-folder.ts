import { access, constants, mkdtemp, statfs } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

/** Linux's folder in memory. */
const IN_MEMORY = "/dev/shm";
/** Many times what a suite writes, in bytes. */
const ENOUGH = 256 * 1024 * 1024;

/**
 * Makes a folder for all that a suite writes: in memory where there is room, so that its hundreds of durable writes do not
 * wait for a disk that every other test uses too. What `kill -9` leaves behind is the same in both.
 */
export async function makeSuiteFolder(suite = "faults"): Promise<string> {
  const parent = (await hasRoom(IN_MEMORY)) ? IN_MEMORY : tmpdir();
  return mkdtemp(path.join(parent, `cardbound-${suite}-`));
}

async function hasRoom(folder: string): Promise<boolean> {
  try {
    await access(folder, constants.W_OK);
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize >= ENOUGH;
  } catch {
    return false; // no such folder on this system, or not for this user
  }
}
