import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Licence } from "../../src-contract/bridge/licence.ts";

/** Of a package's files: its licence in the usual spellings, and the notice that some licences ask to pass on. */
const legalFile = /^(?:licen[cs]e|copying|notice)(?:[.-].*)?$/i;

/**
 * A package's licence, with its wording.
 * @param folder the package's
 * @throws Error naming a package that has none, which cannot be shipped
 */
export function licenceOf(folder: string): Licence {
  const { name, version, license } = manifestOf(folder);
  const files = readdirSync(folder, { withFileTypes: true }).filter(
    (file) => file.isFile() && legalFile.test(file.name),
  );
  const text = files.map((file) => readFileSync(path.join(folder, file.name), "utf8").trim()).join("\n\n");
  if (typeof license !== "string" || text === "") {
    throw new Error(`${name} ${version} has no licence that could be passed on with the app (${folder})`);
  }
  return { name, version, licence: license, text };
}

/** The folders of a package that is shipped as it is, and of all that it depends on. */
export function withDependencies(folder: string): string[] {
  const needed = Object.keys(manifestOf(folder).dependencies ?? {});
  return [folder, ...needed.flatMap((name) => withDependencies(folderOf(name, folder)))];
}

/**
 * Where a package is that another one imports, as Node looks for it.
 * @throws Error if it is not there
 */
export function folderOf(name: string, importer: string): string {
  for (let at = importer; ; at = path.dirname(at)) {
    const folder = path.join(at, "node_modules", name);
    if (existsSync(path.join(folder, "package.json"))) return folder;
    if (path.dirname(at) === at) throw new Error(`the package ${name} is not there`);
  }
}

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: unknown;
  readonly dependencies?: Readonly<Record<string, string>>;
}

function manifestOf(folder: string): Manifest {
  return JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8"));
}
