import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import path from "node:path";
import { build } from "vite";

const root = path.join(import.meta.dirname, "../..");

/** The programs of an instance, the folder that has them, and how to remove it. */
export interface InstancePrograms {
  readonly folder: string;
  /** The backend as it ships. */
  readonly shipped: string;
  /** The same with what a test has planted (planted-backend-child.ts). */
  readonly planted: string;
  readonly remove: () => void;
}

/** Builds the backend as `npm run build` does, and the one with plants from the same modules. */
export async function buildInstances(): Promise<InstancePrograms> {
  // Within the project: the packages stay outside the bundle, as in out/backend.
  mkdirSync(path.join(root, "out"), { recursive: true });
  const folder = mkdtempSync(path.join(root, "out", "cluster-"));
  await build({
    root,
    configFile: false,
    logLevel: "error",
    build: {
      ssr: true,
      target: "node22",
      outDir: folder,
      emptyOutDir: false,
      rolldownOptions: {
        input: { shipped: "src-backend/index.ts", planted: "tests/cluster/planted-backend-child.ts" },
        output: { entryFileNames: "[name].mjs" },
      },
    },
  });
  return {
    folder,
    shipped: path.join(folder, "shipped.mjs"),
    planted: path.join(folder, "planted.mjs"),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
