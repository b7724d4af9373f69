import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/**
 * The native libraries that keytar brings, which the lock file's hash of the package covers (docs/threat-model.md#keychain-library).
 * Where they are signed for a system, that comes before the build: a signature changes the file.
 * @param root the clone
 * @returns SHA-256 in hex by platform and architecture, as Node names them
 * @throws Error if there is none
 */
export function keychainLibraries(root: string): Record<string, string> {
  const folder = path.join(root, "node_modules/keytar/prebuilds");
  const libraryOf = (system: string) => path.join(folder, system, "keytar.node");
  const systems = readdirSync(folder).filter((system) => existsSync(libraryOf(system)));
  if (systems.length === 0) throw new Error(`${folder} has no library of keytar.`);
  const hashOf = (system: string) =>
    createHash("sha256")
      .update(readFileSync(libraryOf(system)))
      .digest("hex");
  return Object.fromEntries(systems.sort().map((system) => [system, hashOf(system)]));
}
