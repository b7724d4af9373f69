import { access, mkdir, rename, rm } from "node:fs/promises";
import path from "node:path";
import process from "node:process";
import { outputOf } from "../child-process.mjs";
import { out, root } from "../paths.mjs";

/** The backend that the goals are relative to, before any work on its speed. */
export const EARLIER = "8788437";

/**
 * The earlier backend from the history, with the packages of its own lock file. Made once, in out/.
 * @returns {Promise<{ file: string } | { missing: string }>} the file to run, or why there is none
 */
export async function earlierBackend() {
  const folder = path.join(out, ".cache", "bench", EARLIER);
  const file = path.join(folder, "src-backend", "index.ts");
  const making = `${folder}.new`;
  if (await isThere(file)) return { file };
  await rm(making, { recursive: true, force: true });
  await mkdir(making, { recursive: true });
  try {
    const archive = path.join(making, "source.tar");
    const parts = ["src-backend", "src-preload", "package.json", "package-lock.json", ".npmrc"];
    await outputOf("git", ["archive", "--output", archive, EARLIER, ...parts], { cwd: root });
    await outputOf("tar", ["-xf", archive], { cwd: making });
  } catch {
    return { missing: `the history here does not have ${EARLIER}, or git or tar is missing` };
  }
  try {
    await outputOf("npm", ["ci", "--omit=dev", "--no-audit", "--no-fund"], {
      cwd: making,
      shell: process.platform === "win32",
    });
  } catch {
    return { missing: `the packages of ${EARLIER} cannot be installed` };
  }
  await rename(making, folder);
  return { file };
}

/** @param {string} file */
async function isThere(file) {
  return access(file).then(
    () => true,
    () => false,
  );
}
