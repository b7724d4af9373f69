import { existsSync } from "node:fs";
import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { root } from "../paths.mjs";
import { tokenLibraryOf } from "../token-library.ts";
import type { PackageIdentity } from "./package-identity.ts";

/** What of keytar is needed to run it: one binary of its dozen. */
const keytarFiles = [
  "package.json",
  "LICENSE.md",
  "lib/keytar.js",
  `prebuilds/${process.platform}-${process.arch}/keytar.node`,
];

/**
 * What of koffi is needed to run it: its code for modules of Node, and one binary of its dozens.
 * @param system the one that the package is for, as Node names it: `win32-x64`
 */
export const koffiFilesFor = (system: string) => [
  ...["package.json", "LICENSE.txt", "index.js", "src/koffi/index.js", "src/koffi/src/static.js"].map(
    (file) => `koffi/${file}`,
  ),
  ...["package.json", "index.js"].map((file) => `@koromix/koffi-${system}/${file}`),
  tokenLibraryOf(system),
];

/** Whether a release can use tokens: only where its profile has modules for them (docs/hardware-key.md). */
export const usesTokens = (release: string) => existsSync(path.join(release, "main/hardware-key.js"));

/**
 * Lays out what becomes the archive: the three parts of a release, keytar, koffi where it is used, and a package.json of its own, which names no dependencies: the
 * project's are the servers'. A list of what is in, so that nothing else gets in by itself.
 * @param folder is created
 */
export async function stageApp(identity: PackageIdentity, release: string, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const part of ["main", "preload", "renderer"]) {
    await cp(path.join(release, part), path.join(folder, "out", part), { recursive: true });
  }
  const keytar = path.join(root, "node_modules/keytar");
  for (const file of keytarFiles) await cp(path.join(keytar, file), path.join(folder, "node_modules/keytar", file));
  if (usesTokens(release)) {
    const modules = path.join(root, "node_modules");
    for (const file of koffiFilesFor(`${process.platform}-${process.arch}`))
      await cp(path.join(modules, file), path.join(folder, "node_modules", file));
  }
  const { description }: { description: string } = JSON.parse(await readFile(path.join(root, "package.json"), "utf8"));
  const { name, id, productName, version, maintainer } = identity;
  const manifest = {
    name,
    productName,
    version,
    description,
    author: maintainer,
    type: "module",
    main: "out/main/index.js",
    desktopName: `${id}.desktop`, // by it Wayland finds the icon
  };
  await writeFile(path.join(folder, "package.json"), `${JSON.stringify(manifest, null, 2)}\n`);
}
