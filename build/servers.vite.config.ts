import path from "node:path";
import { defineConfig } from "vite";

/** The two servers for Node: each one file in out/, node_modules beside it. */
export default defineConfig(({ mode }) => ({
  cacheDir: path.resolve("out/.cache/vite-servers"),
  build: {
    ssr: path.resolve(`src-${mode}/index.ts`),
    outDir: path.resolve(`out/${mode}`),
    target: "node22",
    emptyOutDir: true,
  },
}));
