import { cp } from "node:fs/promises";
import path from "node:path";
import { build, type Plugin } from "vite";
import type { Licence } from "../../src-contract/bridge/licence.ts";
import { foldersIn, sorted } from "../licences/licences-plugin.ts";
import { licenceOf } from "../licences/package-licence.ts";
import { root } from "../paths.mjs";

/** What stays outside: there can be one Playwright only, that of whoever runs the tests. */
const PLAYWRIGHT = /^playwright(?:-core)?(?:\/|$)/;

/**
 * Builds the fixtures, and all that they need from node_modules but Playwright, into one file: the servers among it, which run in the
 * tests' own process. The program that ends what a worker has started lies beside it (build/end-with-parent.mjs).
 * @param folder where `index.js` is created
 * @param version what the backend says of itself
 * @returns the licence of each package of which something is in it
 */
export async function bundleTesting(folder: string, version: string): Promise<readonly Licence[]> {
  const folders = new Set<string>();
  await build({
    root,
    configFile: false,
    logLevel: "error",
    define: { __PROGRAM_VERSION__: JSON.stringify(version) },
    ssr: { noExternal: true, external: ["playwright"] },
    build: {
      ssr: "src-testing/index.ts",
      outDir: folder,
      emptyOutDir: false,
      target: "node22",
      rolldownOptions: { external: PLAYWRIGHT, output: { entryFileNames: "index.js" } },
    },
    plugins: [
      withoutColours,
      {
        name: "cardbound:collect-licences",
        generateBundle(_, bundle) {
          const names = Object.keys(bundle);
          if (names.length !== 1) throw new Error(`the fixtures are not one file: ${names.join(", ")}`);
          for (const found of foldersIn(bundle, root)) if (!PLAYWRIGHT.test(path.basename(found))) folders.add(found);
        },
      },
    ],
  });
  await cp(path.join(root, "build/parent-watchdog.mjs"), path.join(folder, "parent-watchdog.mjs"));
  return sorted([...folders].map(licenceOf));
}

/** `debug` looks for this one and goes on without. */
const withoutColours: Plugin = {
  name: "cardbound:without-colours",
  enforce: "pre",
  resolveId: (name) => (name === "supports-color" ? "\0supports-color" : undefined),
  load: (id) => (id === "\0supports-color" ? "export default {};" : undefined),
};
