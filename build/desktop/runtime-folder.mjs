import { mkdir, mkdtemp, rm } from "node:fs/promises";
import path from "node:path";
import { removeWithParent } from "../end-with-parent.mjs";

/** A socket's path has 107 bytes at most (unix(7)); the longest one that is made here ends in `/keyring/control`. */
const LONGEST_BYTES = 107 - "/keyring/control".length;

/**
 * Makes a private folder for sockets: inside `folder` or, where that has too long a name for them, in /tmp.
 * @param {string} folder
 * @returns {Promise<{ folder: string, remove: () => Promise<void> }>} `remove` takes away what is not inside `folder`
 */
export async function openRuntimeFolder(folder) {
  const inside = path.join(folder, "run");
  if (Buffer.byteLength(inside) <= LONGEST_BYTES) {
    await mkdir(inside, { recursive: true, mode: 0o700 });
    return { folder: inside, remove: async () => undefined };
  }
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const short = await mkdtemp("/tmp/cardbound-run-"); // whatever TMPDIR says: that is what is too long
  const removed = removeWithParent(short);
  const remove = async () => {
    await rm(short, { recursive: true, force: true });
    removed();
  };
  return { folder: short, remove };
}
