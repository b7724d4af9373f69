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
 * @param version what the program says of itself, e.g. `0.1.0` (src-backend/program-version.ts)
 * @returns the licence of each package of which something is in it
 * @throws Error naming a package that has no licence, or that only tools need
 */
export async function bundleBackend(file: string, version: string): Promise<readonly Licence[]> {
  const folders = new Set<string>();
  await build({
    root,
    configFile: false,
    logLevel: "error",
    define: { __PROGRAM_VERSION__: JSON.stringify(version) },
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
      saysWhichNode,
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

/**
 * An older Node has no `node:sqlite`, and ends with a stack about that before any line of the program runs, because imports come first. So the program
 * asks for it as it starts, and names the version that is needed. Of 22 the ones from 22.16 have all of it that is used here.
 */
const saysWhichNode: Plugin = {
  name: "cardbound:says-which-node",
  enforce: "pre",
  resolveId: (name) => (name === "node:sqlite" ? "\0sqlite-of-node" : undefined),
  load: (id) => (id === "\0sqlite-of-node" ? sqliteOfNode : undefined),
};

const sqliteOfNode = `import process from "node:process";
const sqlite = process.getBuiltinModule?.("node:sqlite");
if (sqlite?.backup === undefined) {
  process.stderr.write(\`The partner backend needs Node 24 (or 22, from 22.22), and this is \${process.versions.node}.\\n\`);
  process.exit(1);
}
export const { DatabaseSync, backup } = sqlite;
`;
