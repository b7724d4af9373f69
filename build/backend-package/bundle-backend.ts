import path from "node:path";
import { build, type Plugin } from "vite";
import type { Licence } from "../../src-contract/bridge/licence.ts";
import { foldersIn, sorted } from "../licences/licences-plugin.ts";
import { licenceOf } from "../licences/package-licence.ts";
import { isOfTools } from "../package/sbom/lock-file.ts";
import { root } from "../paths.mjs";

/**
 * Builds the backend and all that it needs from node_modules into one file, readable and not minified: whoever operates it may want to read a
 * stack, or the program. Only Node's own modules stay outside.
 * @param file is created
 * @returns the licence of each package of which something is in it
 * @throws Error naming a package that has no licence, or that only tools need
 */
export async function bundleBackend(file: string): Promise<readonly Licence[]> {
  const folders = new Set<string>();
  await build({
    root,
    configFile: false,
    logLevel: "error",
    ssr: { noExternal: true },
    build: {
      ssr: "src-backend/index.ts",
      outDir: path.dirname(file),
      emptyOutDir: false,
      target: "node22",
      rolldownOptions: { output: { entryFileNames: path.basename(file), banner: "#!/usr/bin/env node" } },
    },
    plugins: [
      withoutColours,
      {
        name: "cardbound:collect-licences",
        generateBundle(_, bundle) {
          const names = Object.keys(bundle);
          if (names.length !== 1) throw new Error(`the backend is not one file: ${names.join(", ")}`);
          for (const folder of foldersIn(bundle, root)) folders.add(folder);
        },
      },
    ],
  });
  const licences = sorted([...folders].map(licenceOf));
  const tool = licences.find(({ name, version }) => isOfTools(name, version));
  if (tool !== undefined) throw new Error(`${tool.name} is in the backend, and only tools have it`);
  return licences;
}

/** `debug` (json-schema-resolver's) looks for this one and goes on without; here it would find the tools'. */
const withoutColours: Plugin = {
  name: "cardbound:without-colours",
  enforce: "pre",
  resolveId: (name) => (name === "supports-color" ? "\0supports-color" : undefined),
  load: (id) => (id === "\0supports-color" ? "export default {};" : undefined),
};
