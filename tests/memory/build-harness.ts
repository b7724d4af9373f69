import path from "node:path";
import preact from "@preact/preset-vite";
import { build } from "vite";

/** Builds harness.ts and its pages into out/tests. @returns the file to start Electron with */
export async function buildHarness(): Promise<string> {
  const pages = path.resolve("tests/memory/pages");
  const define = {
    __RELEASE__: "false",
    __PRODUCT_NAME__: '"Memory test"',
    __DEVELOPMENT_SERVER__: '""',
    __BACKEND_ORIGIN__: '""',
    __PARTNER__: JSON.stringify({
      productName: "Memory test",
      hasLogo: false,
      support: {},
      privacyNotice: {},
      texts: {},
    }),
    __POLICY__: JSON.stringify({ weakPins: "warn", reveal: true, keypad: true, birthDateCheck: true }),
  };
  await build({
    configFile: false,
    logLevel: "warn",
    root: pages,
    plugins: [preact({ devToolsEnabled: false })],
    define,
    build: {
      outDir: path.resolve("out/tests/memory-pages"),
      emptyOutDir: true,
      target: "chrome130",
      modulePreload: { polyfill: false },
      rollupOptions: { input: [path.join(pages, "our-field.html"), path.join(pages, "ordinary-field.html")] },
    },
  });
  const outDir = path.resolve("out/tests/memory-harness");
  await build({
    configFile: false,
    logLevel: "warn",
    define,
    ssr: { noExternal: ["jose", "zod"], external: ["electron"] },
    build: { ssr: path.resolve("tests/memory/harness.ts"), outDir, target: "node20.18" },
  });
  return path.join(outDir, "harness.js");
}
