import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { AppError } from "../app-error.ts";

/**
 * Makes sure that keytar will load the native library that the build saw (docs/threat-model.md#keychain-library). It lies
 * outside of the program's archive, whose integrity Electron checks.
 * @param libraries the build's: SHA-256 in hex by platform and architecture
 * @param folder keytar's package
 * @throws AppError ERR_PROGRAM_CHANGED if it is another one, or missing; ERR_KEYCHAIN_UNAVAILABLE on a system without one
 */
export function requireKnownLibrary(
  libraries: Readonly<Record<string, string>> = __KEYCHAIN_LIBRARY__,
  folder = folderOfKeytar(),
): void {
  const system = `${process.platform}-${process.arch}`;
  const known = libraries[system];
  if (known === undefined) throw new AppError("ERR_KEYCHAIN_UNAVAILABLE");
  // keytar.js looks there before and afterwards, and Node adds endings: `keytar.node.js` would do too.
  const hasOthers = ["build/Release", "lib/prebuilds"].some((place) => existsSync(path.join(folder, place)));
  if (hasOthers || sha256(path.join(folder, "prebuilds", system, "keytar.node")) !== known) {
    throw new AppError("ERR_PROGRAM_CHANGED");
  }
}

function folderOfKeytar(): string {
  try {
    return path.dirname(createRequire(import.meta.url).resolve("keytar/package.json"));
  } catch (cause) {
    throw new AppError("ERR_PROGRAM_CHANGED", { cause });
  }
}

function sha256(file: string): string {
  try {
    return createHash("sha256").update(readFileSync(file)).digest("hex");
  } catch (cause) {
    throw new AppError("ERR_PROGRAM_CHANGED", { cause });
  }
}
