import { readFileSync } from "node:fs";
import path from "node:path";
import preact from "@preact/preset-vite";
import { defineConfig } from "electron-vite";
import type { Plugin } from "vite";
import { partnerColoursAndLogo } from "./build/partner-profile/profile-plugin.ts";
import { readProfile } from "./build/partner-profile/read-profile.ts";
import { metaContentSecurityPolicy } from "./src-main/shell/content-security-policy.ts";
import { en } from "./src-renderer/words/en.ts";

const root = process.cwd();
const at = (...segments: string[]) => path.join(root, ...segments);
/** Another partner's profile can be built with: `CARDBOUND_PROFILE=path npm run build`. */
const profile = readProfile(process.env.CARDBOUND_PROFILE || at("build/partner.json"), en);

/** Electron 33 is the oldest that must run this: see "Electron" in the README. */
const targets = { node: "node20.18", chrome: "chrome130" };

export default defineConfig(({ command, mode }) => {
  const release = mode === "release";
  const developmentServer = command === "serve";
  const outDir = (zone: string) => at("out", release ? `release/${zone}` : zone);
  /** Compile-time constants: what is not for this build is not in it (see src-main/build-constants.d.ts). */
  const define = {
    __RELEASE__: JSON.stringify(release),
    __BACKEND_ORIGIN__: JSON.stringify(release ? profile.backendOrigin : ""),
    __CALL_TIMEOUT_MS__: JSON.stringify(profile.callTimeoutMs),
    __PRODUCT_NAME__: JSON.stringify(profile.identity.productName),
    __PARTNER__: JSON.stringify(profile.identity),
    __POLICY__: JSON.stringify(profile.policy),
    __DEVELOPMENT_SERVER__: JSON.stringify(developmentServer ? "http://127.0.0.1:5173" : ""),
  };
  return {
    main: {
      define,
      plugins: [windowIcon()],
      build: {
        outDir: outDir("main"),
        target: targets.node,
        minify: release,
        externalizeDeps: { exclude: ["jose", "zod"] },
        rollupOptions: {
          input: { index: at("src-main/index.ts"), "passcode-worker": at("src-main/keys/passcode-worker.ts") },
        },
      },
    },
    preload: {
      define,
      build: {
        outDir: outDir("preload"),
        target: targets.node,
        minify: release,
        // A sandboxed preload must be one CommonJS file; with "type": "module" only the ending .cjs makes it one.
        rollupOptions: {
          input: { index: at("src-preload/index.ts") },
          output: { format: "cjs", entryFileNames: "[name].cjs" },
        },
      },
    },
    renderer: {
      root: at("src-renderer"),
      cacheDir: at("out/.cache/vite"),
      define,
      plugins: [preact({ devToolsEnabled: false }), partnerColoursAndLogo(profile), contentSecurityPolicyInMeta()],
      build: {
        outDir: outDir("renderer"),
        emptyOutDir: true,
        target: targets.chrome,
        minify: release,
        assetsInlineLimit: 0, // the policy allows no data: addresses
        modulePreload: { polyfill: false }, // the polyfill fetches, and the window may not
        rollupOptions: { input: { index: at("src-renderer/index.html") } },
      },
      server: { host: "127.0.0.1", port: 5173, strictPort: true, hmr: { host: "127.0.0.1", port: 5173 } },
    },
  };
});

/**
 * A second belt (docs/threat-model.md#content-security-policy): the header's policy again in the built page.
 * The development server's page has none.
 */
function contentSecurityPolicyInMeta(): Plugin {
  return {
    name: "cardbound:content-security-policy",
    apply: "build",
    transformIndexHtml: () => [
      {
        tag: "meta",
        attrs: { "http-equiv": "Content-Security-Policy", content: metaContentSecurityPolicy },
        injectTo: "head-prepend",
      },
    ],
  };
}

/** The window's icon beside main: Linux takes it from a file, the other systems from the packaged app. */
function windowIcon(): Plugin {
  return {
    name: "cardbound:window-icon",
    generateBundle() {
      this.emitFile({ type: "asset", fileName: "icon.png", source: readFileSync(at("build/icons/icons/256x256.png")) });
    },
  };
}
