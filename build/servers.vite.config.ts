import path from "node:path";
import { defineConfig } from "vite";

/** Builds each of the two servers to one file in out/, with node_modules outside it. */
export default defineConfig(({ mode }) => ({
  cacheDir: path.resolve("out/.cache/vite-servers"),
  build: {
    ssr: path.resolve(`src-${mode}/index.ts`),
    outDir: path.resolve(`out/${mode}`),
    target: "node22",
    emptyOutDir: true,
  },
}));
