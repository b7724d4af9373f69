import { writeFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import path from "node:path";
import type { Plugin, Rollup } from "vite";
import type { Licence } from "../../src-contract/bridge/licence.ts";
import { folderOf, licenceOf, withDependencies } from "./package-licence.ts";

/** What stands for the list until the window, which is built last, is done. */
const place = "cardbound:licences";
/** What `__LICENCES__` is. The development server bundles nothing, and lists nothing. */
export const licencesConstant = (isServed: boolean) => JSON.stringify(isServed ? [] : place);

/** Beside the three parts: the licences as text, and the packages that they are of (build/package/sbom/app-components.ts). */
export const licencesFile = "licences.txt";
export const shippedPackagesFile = "packages.json";
/** A package of which something is shipped. */
export type ShippedPackage = Omit<Licence, "text">;

/**
 * Lists the licences of everything that a build puts into the app: what is bundled into its three parts, what is shipped
 * beside them, and Electron itself. From the bundles and not from package.json, which has neither the packages that other
 * packages bring nor what is left out.
 * @param root the repository
 */
export function createLicencePlugins(root: string) {
  const folders = new Set([path.join(root, "node_modules/electron")]);
  let listed: readonly Licence[] = [];
  const collect = (bundle: Rollup.OutputBundle) => {
    for (const folder of foldersIn(bundle, root)) folders.add(folder);
  };
  return {
    /** For main and preload: notes what they are made of. */
    collects: (): Plugin => ({ name: "cardbound:collect-licences", generateBundle: (_, bundle) => collect(bundle) }),
    /** For the window, built last: puts the list into its file (src-renderer/licences.ts), and beside the parts as text. */
    lists: (): Plugin => ({
      name: "cardbound:list-licences",
      apply: "build",
      generateBundle(_, bundle) {
        collect(bundle);
        listed = sorted([...folders].map(licenceOf));
        fillIn(bundle, listed);
      },
      writeBundle({ dir }) {
        if (dir === undefined) return;
        const packages: ShippedPackage[] = listed.map(({ text: _, ...shipped }) => shipped);
        writeFileSync(path.join(dir, "..", licencesFile), asText(listed));
        writeFileSync(path.join(dir, "..", shippedPackagesFile), `${JSON.stringify(packages, null, 2)}\n`);
      },
    }),
  };
}

/** The folders of the packages of which a bundle has a part, or which it imports as they are. @param root the repository */
export function foldersIn(bundle: Rollup.OutputBundle, root: string): string[] {
  const chunks = Object.values(bundle).filter((part) => part.type === "chunk");
  const bundled = chunks.flatMap(({ moduleIds }) => moduleIds).flatMap((id) => packageFolder.exec(id)?.[0] ?? []);
  const imported = chunks
    .flatMap(({ imports, dynamicImports }) => [...imports, ...dynamicImports])
    .filter((name) => !(name in bundle) && name !== "electron" && !isBuiltin(name))
    .map((name) => folderOf(packageName.exec(name)?.[0] ?? name, root));
  return [...bundled, ...imported.flatMap(withDependencies)];
}

/** In a module's place, which may be one that a plugin has made of it (with a NUL before it). */
const packageFolder = /(?:[A-Za-z]:)?[\\/][^\0]*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/;
const packageName = /^(?:@[^/]+\/)?[^/]+/;

/** @throws Error if the window has no place for the list */
function fillIn(bundle: Rollup.OutputBundle, licences: readonly Licence[]): void {
  const written = new RegExp(`["'\`]${place}["'\`]`);
  const chunk = Object.values(bundle).find((part) => part.type === "chunk" && written.test(part.code));
  if (chunk?.type !== "chunk") throw new Error("the window has no place for the list of licences");
  chunk.code = chunk.code.replace(written, () => JSON.stringify(licences));
}

/** By name and version, each once. */
export function sorted(licences: readonly Licence[]): Licence[] {
  const byPackage = new Map(licences.map((one) => [`${one.name} ${one.version}`, one]));
  return [...byPackage.keys()].sort().flatMap((key) => byPackage.get(key) ?? []);
}

/** What is shipped as licences.txt. */
export function asText(licences: readonly Licence[]): string {
  return licences
    .map(({ name, version, licence, text }) => `${name} ${version} (${licence})\n\n${text}\n`)
    .join("\n\n");
}
