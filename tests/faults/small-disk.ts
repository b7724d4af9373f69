import { execFileSync } from "node:child_process";
import { open, rm } from "node:fs/promises";
import path from "node:path";

/** Room for all that the cases write before the disk is filled up. */
const DISK_SIZE = "8m";

/**
 * A command that runs another one with a small disk of its own, a tmpfs, mounted on a folder: in namespaces of its own, so
 * that no special rights are needed.
 */
export function onSmallDisk(folder: string, command: readonly string[]): string[] {
  const script = `mount -t tmpfs -o size=${DISK_SIZE},mode=0777 tmpfs "$0" && exec "$@"`;
  return ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c", script, folder, ...command];
}

/** Whether this system lets ordinary users mount a tmpfs of their own. Says so where it does not. */
export function canMountSmallDisks(): boolean {
  if (process.platform !== "linux") return false;
  try {
    const [command = "", ...args] = onSmallDisk("/mnt", ["true"]);
    execFileSync(command, args, { stdio: "ignore" });
    return true;
  } catch {
    process.stderr.write("SKIPPED: no user namespaces here, so no disk of a test's own that could be full\n");
    return false;
  }
}

/** Fills a small disk to its last byte. @param pid of the process that has it. @returns what frees it again */
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
