import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Licence } from "../../src-contract/bridge/licence.ts";
import { mitLicence } from "./mit-licence.ts";

/** Of a package's files: its licence in the usual spellings, and the notice that some licences ask to pass on. */
const legalFile = /^(?:licen[cs]e|copying|notice)(?:[.-].*)?$/i;

/** Looked at one by one: their package.json says MIT, and their files have no wording. Whose they are, where it names no author. */
const onlyNamed: ReadonlyMap<string, string | null> = new Map([
  ["abstract-logging 2.0.1", null],
  ["koa-compose 4.2.0", "the contributors of koajs/compose"], // in the tests' package alone
]);

/**
 * A package's licence, with its wording.
 * @param folder the package's
 * @throws Error naming a package that has none, which cannot be shipped
 */
export function licenceOf(folder: string): Licence {
  const { name, version, license, author } = manifestOf(folder);
  const written = [folder, ...sourcesOf(name, folder)].flatMap(legalTextsOf).join("\n\n");
  const holder = onlyNamed.get(`${name} ${version}`) === null ? author : onlyNamed.get(`${name} ${version}`);
  const isOnlyNamed = license === "MIT" && typeof holder === "string";
  const text = written || sectionOfReadme(folder) || (isOnlyNamed ? mitLicence(holder) : "");
  if (typeof license !== "string" || text === "") {
    throw new Error(`${name} ${version} has no licence that could be passed on with the app (${folder})`);
  }
  return { name, version, licence: license, text };
}

const legalTextsOf = (folder: string) =>
  readdirSync(folder, { withFileTypes: true })
    .filter((file) => file.isFile() && legalFile.test(file.name))
    .map((file) => readFileSync(path.join(folder, file.name), "utf8").trim());

/** koffi's binaries are packages without a wording: they are built of koffi's source, and of what it has in `vendor`. */
function sourcesOf(name: string, folder: string): string[] {
  if (!name.startsWith("@koromix/koffi-")) return [];
  const koffi = folderOf("koffi", folder);
  const vendor = path.join(koffi, "vendor");
  return [
    koffi,
    ...readdirSync(vendor)
      .sort()
      .map((one) => path.join(vendor, one)),
  ];
}

/** For a package that has its wording only there, as pg-types and pgpass do. Empty where it names the licence alone. */
function sectionOfReadme(folder: string): string {
  const readme = path.join(folder, "README.md");
  if (!existsSync(readme)) return "";
  const after = readFileSync(readme, "utf8").split(/^#+ *licen[cs]e *$/im)[1] ?? "";
  const text = (after.split(/^#/m)[0] ?? "").trim();
  return /^copyright /im.test(text) ? text : "";
}

/** The folders of a package that is shipped as it is, and of all that it depends on: of what is optional, what is here (koffi's binary for this system). */
export function withDependencies(folder: string): string[] {
  const { dependencies = {}, optionalDependencies = {} } = manifestOf(folder);
  const optional = Object.keys(optionalDependencies).filter((name) => lookFor(name, folder) !== null);
  const needed = [...new Set([...Object.keys(dependencies), ...optional])]; // npm may list an optional one in both
  return [folder, ...needed.flatMap((name) => withDependencies(folderOf(name, folder)))];
}

/**
 * Where a package is that another one imports, as Node looks for it.
 * @throws Error if it is not there
 */
export function folderOf(name: string, importer: string): string {
  const folder = lookFor(name, importer);
  if (folder === null) throw new Error(`the package ${name} is not there`);
  return folder;
}

function lookFor(name: string, importer: string): string | null {
  for (let at = importer; ; at = path.dirname(at)) {
    const folder = path.join(at, "node_modules", name);
    if (existsSync(path.join(folder, "package.json"))) return folder;
    if (path.dirname(at) === at) return null;
  }
}

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: unknown;
  readonly author?: unknown;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

function manifestOf(folder: string): Manifest {
  return JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8"));
}
