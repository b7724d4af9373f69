import { readFileSync } from "node:fs";
import path from "node:path";
import { root } from "../../paths.mjs";
import type { Component, Hash } from "./cyclonedx.ts";

/** What package-lock.json says of an installed package (npm's documentation, "package-lock.json", `packages`). */
interface LockedPackage {
  /** Only where it is installed under another name. */
  readonly name?: string;
  readonly version: string;
  readonly license?: string;
  readonly integrity: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const locked: Readonly<Record<string, LockedPackage>> = JSON.parse(
  readFileSync(path.join(root, "package-lock.json"), "utf8"),
).packages;

const nameOf = (place: string) => locked[place]?.name ?? place.slice(place.lastIndexOf("node_modules/") + 13);

/** @returns the hash of the package as it was fetched @throws Error if the lock file does not know it */
export function hashOfPackage(name: string, version: string): Hash {
  const place = Object.keys(locked).find((one) => nameOf(one) === name && locked[one]?.version === version);
  const { integrity = "" } = (place !== undefined && locked[place]) || {};
  if (!integrity.startsWith("sha512-")) throw new Error(`package-lock.json has no hash of ${name} ${version}`);
  return { alg: "SHA-512", content: Buffer.from(integrity.slice(7), "base64").toString("hex") };
}

/** `pkg:npm/…`, as the specification of package URLs has it. */
export const purlOf = (name: string, version: string) => `pkg:npm/${name.replace("@", "%40")}@${version}`;

/**
 * The packages that are installed because of some, these included.
 * @param names as they are imported
 * @throws Error if one is not in the lock file
 */
export function withAllDependencies(names: readonly string[]): Component[] {
  const found = new Map<string, LockedPackage>();
  const add = (name: string, importer: string, isOptional: boolean) => {
    const place = placeOf(name, importer);
    const entry = place === undefined ? undefined : locked[place];
    if (place === undefined || entry === undefined) {
      if (isOptional) return;
      throw new Error(`package-lock.json does not know ${name}`);
    }
    if (found.has(place)) return;
    found.set(place, entry);
    for (const needed of Object.keys(entry.dependencies ?? {})) add(needed, place, false);
    for (const wished of Object.keys(entry.optionalDependencies ?? {})) add(wished, place, true);
  };
  for (const name of names) add(name, "", false);
  const components = [...found].map(
    ([place, { version, license }]): Component => ({
      type: "library",
      name: nameOf(place),
      version,
      ...(license !== undefined && { licence: license }),
      purl: purlOf(nameOf(place), version),
      hash: hashOfPackage(nameOf(place), version),
    }),
  );
  return [...new Map(components.map((one) => [one.purl, one])).values()]; // one version can be installed at two places
}

/** Where Node finds a package that another one imports. */
function placeOf(name: string, importer: string): string | undefined {
  for (let at = importer; ; at = at.slice(0, Math.max(0, at.lastIndexOf("/node_modules/")))) {
    const place = `${at === "" ? "" : `${at}/`}node_modules/${name}`;
    if (place in locked) return place;
    if (at === "") return undefined;
  }
}
