import path from "node:path";
import { z } from "zod";

/** The systems as a profile names them. */
export const tokenSystems = { linux: "linux", macos: "darwin", windows: "win32" } as const;

/** A PKCS#11 module that the partner has looked at (docs/hardware-key.md#the-modules-of-a-profile). */
export interface TokenModule {
  /** How keys that were made by it find it again, in the partner's words; another path or hash may come under it later. */
  readonly name: string;
  /** Absolute. */
  readonly path: string;
  /** Of the file there, in hex. */
  readonly sha256: string;
}

const notAName = 'is not a name; expected some letters, digits, spaces and . _ -, for example "opensc"';
const notAPath =
  'is not the whole path of a file for that system; expected for example "/usr/lib/x86_64-linux-gnu/opensc-pkcs11.so"';
const notAHash = "is not a SHA-256; expected 64 digits of 0-9a-f, as `npm run hardware-key` prints them";
const notASystem = 'is not a system; expected "linux", "macos" or "windows"';

/** The fields of a module in a profile, with sentences for whoever writes it. */
export const tokenModuleFields = {
  system: z.enum(Object.keys(tokenSystems) as (keyof typeof tokenSystems)[], notASystem),
  name: z.string(notAName).regex(/^[A-Za-z0-9][A-Za-z0-9 ._-]{0,39}$/, notAName),
  path: z.string(notAPath).max(1000, "is too long; expected 1000 characters at most"),
  sha256: z.string(notAHash).regex(/^[0-9a-f]{64}$/, notAHash),
};

/** What is wrong with a profile's modules, each on its own being right; null if nothing is. */
export function faultOfModules(
  modules: readonly (TokenModule & { readonly system: keyof typeof tokenSystems })[],
): string | null {
  const isWhole = ({ system, path: file }: (typeof modules)[number]) =>
    (system === "windows" ? path.win32 : path.posix).isAbsolute(file) && !file.includes("\0");
  if (!modules.every(isWhole)) return `has a path that ${notAPath}`;
  const names = modules.map(({ system, name }) => `${system} ${name}`);
  return new Set(names).size === names.length ? null : "names one module twice; expected a name for each of a system";
}
