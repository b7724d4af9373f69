import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { AppError } from "../app-error.ts";

/**
 * Makes sure that koffi will load the native library that the build saw, as the keychain's is (docs/threat-model.md#keychain-library):
 * both lie outside of the program's archive.
 * @param libraries the build's: SHA-256 in hex by platform and architecture
 * @param folder of koffi's package for this system
 * @throws AppError ERR_PROGRAM_CHANGED if it is another one, or missing; ERR_TOKEN_UNUSABLE on a system without one
 */
export function requireKnownNativeLibrary(
  libraries: Readonly<Record<string, string>> = __TOKEN_LIBRARY__,
  folder = folderOfLibrary(),
): void {
  const known = libraries[`${process.platform}-${process.arch}`];
  if (known === undefined) throw new AppError("ERR_TOKEN_UNUSABLE");
  const file = path.join(folder, `${process.platform}_${process.arch}`, "koffi.node");
  let found: string;
  try {
    if (!statSync(file).isFile()) throw new AppError("ERR_PROGRAM_CHANGED"); // main would read a pipe for ever
    found = createHash("sha256").update(readFileSync(file)).digest("hex");
  } catch (cause) {
    throw new AppError("ERR_PROGRAM_CHANGED", { cause });
  }
  if (found !== known) throw new AppError("ERR_PROGRAM_CHANGED");
}

function folderOfLibrary(): string {
  const require = createRequire(import.meta.url);
  try {
    return path.dirname(require.resolve(`@koromix/koffi-${process.platform}-${process.arch}/package.json`));
  } catch (cause) {
    throw new AppError("ERR_PROGRAM_CHANGED", { cause });
  }
}
