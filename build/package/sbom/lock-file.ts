import { readFileSync } from "node:fs";
import path from "node:path";
import { root } from "../../paths.mjs";
import type { Hash } from "./cyclonedx.ts";

/** What package-lock.json says of an installed package (npm's documentation, "package-lock.json", `packages`). */
interface LockedPackage {
  /** Only where it is installed under another name. */
  readonly name?: string;
  readonly version: string;
  readonly integrity: string;
  /** Only devDependencies need it. */
  readonly dev?: boolean;
}

const locked: Readonly<Record<string, LockedPackage>> = JSON.parse(
  readFileSync(path.join(root, "package-lock.json"), "utf8"),
).packages;

const nameOf = (place: string) => locked[place]?.name ?? place.slice(place.lastIndexOf("node_modules/") + 13);

const entriesOf = (name: string, version: string) =>
  Object.entries(locked).filter(([place, entry]) => nameOf(place) === name && entry.version === version);

/** Whether only tools need it: those are not among what is shipped as it is. */
export const isOfTools = (name: string, version: string) =>
  entriesOf(name, version).every(([, { dev }]) => dev === true);

/** @returns the hash of the package as it was fetched @throws Error if the lock file does not know it */
export function hashOfPackage(name: string, version: string): Hash {
  const [, { integrity = "" } = {}] = entriesOf(name, version)[0] ?? [];
  if (!integrity.startsWith("sha512-")) throw new Error(`package-lock.json has no hash of ${name} ${version}`);
  return { alg: "SHA-512", content: Buffer.from(integrity.slice(7), "base64").toString("hex") };
}

/** `pkg:npm/…`, as the specification of package URLs has it. */
export const purlOf = (name: string, version: string) => `pkg:npm/${name.replace("@", "%40")}@${version}`;
