import { chmod, readdir } from "node:fs/promises";
import path from "node:path";

/**
 * Whatever this process' umask, and whatever git's: all may read, the owner may write, and only the program may be run.
 * @param program the name of a file; null if there is none to be run
 */
export async function settleModes(folder: string, program: string | null): Promise<void> {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const isRun = entry.isDirectory() || entry.name === program;
    await chmod(path.join(entry.parentPath, entry.name), isRun ? 0o755 : 0o644);
  }
  await chmod(folder, 0o755);
}
