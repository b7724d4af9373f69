import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import { TokenError } from "./token-refusals.ts";

/** A PKCS#11 module that somebody has looked at: an absolute path, and the SHA-256 of the file there, in hex. */
export interface KnownModule {
  readonly file: string;
  readonly sha256: string;
}

/**
 * Makes sure that the module is the one that somebody has looked at, before it is loaded: loading alone runs its code. What
 * it loads in its turn is not looked at, nor does this help against who may write there at any moment
 * (docs/hardware-key.md#what-the-hash-says).
 * @throws TokenError module-missing, module-changed
 */
export function requireKnownModule({ file, sha256 }: KnownModule): void {
  // A name without a folder would be looked for along the system's search path.
  if (!path.isAbsolute(file)) throw new TokenError("module-missing");
  if (hashOfModule(file) !== sha256) throw new TokenError("module-changed");
}

/** @throws TokenError module-missing */
export function hashOfModule(file: string): string {
  try {
    if (!statSync(file).isFile()) throw new TokenError("module-missing"); // a pipe would be read for ever
    return createHash("sha256").update(readFileSync(file)).digest("hex");
  } catch {
    throw new TokenError("module-missing");
  }
}
