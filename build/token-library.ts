import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** koffi's native file in its package for a system, e.g. `linux-x64`. */
export const tokenLibraryOf = (system: string) => `@koromix/koffi-${system}/${system.replace("-", "_")}/koffi.node`;

/**
 * The native libraries of koffi that are installed, which the lock file's hashes of their packages cover. Where they are signed
 * for a system, that comes before the build: a signature changes the file.
 * @param root the clone
 * @returns SHA-256 in hex by platform and architecture, as Node names them
 * @throws Error if there is none
 */
export function tokenLibraries(root: string): Record<string, string> {
  const modules = path.join(root, "node_modules");
  const installed = readdirSync(path.join(modules, "@koromix")).flatMap((name) => /^koffi-(.+)$/.exec(name)?.[1] ?? []);
  const systems = installed.filter((system) => existsSync(path.join(modules, tokenLibraryOf(system))));
  if (systems.length === 0) throw new Error(`${modules} has no library of koffi.`);
  const hashOf = (system: string) =>
    createHash("sha256")
      .update(readFileSync(path.join(modules, tokenLibraryOf(system))))
      .digest("hex");
  return Object.fromEntries(systems.sort().map((system) => [system, hashOf(system)]));
}
