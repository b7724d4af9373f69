import { execFileSync } from "node:child_process";
import { open, rm } from "node:fs/promises";
import path from "node:path";

/** Room for what the cases write before the disk is filled. */
const DISK_SIZE = "8m";

/**
 * A command that runs another one with a small disk, a tmpfs, mounted on a folder. It does so in namespaces of its own,
 * which need no special rights.
 */
export function onSmallDisk(folder: string, command: readonly string[]): string[] {
  const script = `mount -t tmpfs -o size=${DISK_SIZE},mode=0777 tmpfs "$0" && exec "$@"`;
  return ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c", script, folder, ...command];
}

/** Whether this system lets ordinary users mount a tmpfs. Says on stderr if it does not. */
export function canMountSmallDisks(): boolean {
  if (process.platform !== "linux") return false;
  try {
    const [command = "", ...args] = onSmallDisk("/mnt", ["true"]);
    execFileSync(command, args, { stdio: "ignore" });
    return true;
  } catch {
    process.stderr.write("SKIPPED: this system allows no user namespaces, so a test cannot fill a disk of its own\n");
    return false;
  }
}

/** Fills a small disk to its last byte. @param pid of the process that sees it. @returns frees the space again */
export async function fillDisk(pid: number, folder: string): Promise<() => Promise<void>> {
  const filler = path.join(`/proc/${pid}/root`, folder, "filler");
  const file = await open(filler, "w");
  try {
    for (const size of [64 * 1024, 1024, 1]) {
      while (await fits(file.write(Buffer.alloc(size)), size));
    }
  } finally {
    await file.close();
  }
  return () => rm(filler, { force: true });
}

async function fits(writing: Promise<{ bytesWritten: number }>, size: number): Promise<boolean> {
  try {
    return (await writing).bytesWritten === size;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOSPC") return false;
    throw error;
  }
}
