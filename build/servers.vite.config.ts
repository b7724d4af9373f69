import { readFileSync } from "node:fs";
import path from "node:path";
import { defineConfig } from "vite";

/** What each mode builds. The identity provider is a program of the sandbox. */
const entries: Record<string, string> = {
  backend: "src-backend/index.ts",
  sandbox: "src-sandbox/index.ts",
  "identity-provider": "src-sandbox/identity-provider/index.ts",
};

const { version }: { version: string } = JSON.parse(readFileSync("package.json", "utf8"));

/** Builds a server to one file in out/, with node_modules outside it. */
export default defineConfig(({ mode }) => ({
  cacheDir: path.resolve("out/.cache/vite-servers"),
  define: { __PROGRAM_VERSION__: JSON.stringify(version) },
  build: {
    ssr: path.resolve(entries[mode] ?? ""),
    outDir: path.resolve(`out/${mode}`),
    target: "node22",
    emptyOutDir: true,
  },
}));
