import { createHash } from "node:crypto";
import { readFile, rename } from "node:fs/promises";
import path from "node:path";
import { outputOf } from "../child-process.mjs";
import { Refusal } from "../say.mjs";
import { npmCommand } from "./npm-command.mjs";

/**
 * Fetches one version of an npm package as `package.tgz` into a folder, and accepts it only with our pinned hash: npm itself
 * compares with the registry's, which could change.
 * @param {{ package: string, integrity: string }} pinned name@version; "sha512-" and base64, as in a lock file
 * @param {string} folder
 * @param {AbortSignal} [signal] stops it
 * @throws {Refusal} if it is another file; an error with npm's words if npm cannot fetch it
 */
export async function fetchPinnedPackage(pinned, folder, signal) {
  const { command, args, options } = npmCommand(["pack", "--json", pinned.package]);
  const packed = JSON.parse(await outputOf(command, args, { ...options, cwd: folder, ...(signal && { signal }) }));
  const entry = Array.isArray(packed) ? packed[0] : Object.values(packed)[0]; // npm 11.6 answers an object
  const file = path.join(folder, entry.filename);
  const hash = createHash("sha512").update(await readFile(file));
  if (`sha512-${hash.digest("base64")}` !== pinned.integrity) {
    throw new Refusal(`${pinned.package} does not match its pinned hash.`, "Do not use it; report this.");
  }
  await rename(file, path.join(folder, "package.tgz"));
}
