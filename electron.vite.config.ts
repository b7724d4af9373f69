import { readFileSync } from "node:fs";
import path from "node:path";
import preact from "@preact/preset-vite";
import { defineConfig } from "electron-vite";
import type { Plugin } from "vite";
import { electronFloor } from "./build/electron-floor.ts";
import { keychainLibraries } from "./build/keychain-library.ts";
import { createLicencePlugins, licencesConstant } from "./build/licences/licences-plugin.ts";
import { iconsOf, profileForTests } from "./build/package/package-identity.ts";
import { deviceDataScripts } from "./build/partner-profile/device-data-scripts.ts";
import { parsedWords } from "./build/partner-profile/parsed-words.ts";
import { partnerColoursAndLogo } from "./build/partner-profile/profile-plugin.ts";
import { type Profile, readProfile } from "./build/partner-profile/read-profile.ts";
import { signInOfRelease } from "./build/partner-profile/sign-in-of-release.ts";
import { tokenLibraries } from "./build/token-library.ts";
import { metaContentSecurityPolicy } from "./src-main/shell/content-security-policy.ts";
import { en } from "./src-renderer/words/en.ts";
import { enPanels } from "./src-renderer/words/en-panels.ts";

const root = process.cwd();
const at = (...segments: string[]) => path.join(root, ...segments);
/** Another partner's profile can be built with: `CARDBOUND_PROFILE=path npm run build`. */
const profileFile = process.env.CARDBOUND_PROFILE || at("build/partner.json");
const writtenProfile = readProfile(profileFile, { ...en, ...enPanels });

/** Electron 33 is the oldest that must run this: see "Electron" in the README. */
const targets = { node: "node20.18", chrome: "chrome130" };

/** Playwright passes these to every Electron, and waits for what they open. */
const switchesOfPlaywright = ["--inspect=0", "--remote-debugging-port=0"];

export default defineConfig(({ command, mode }) => {
  const [kind = "", isDriven] = mode.split("-driven"); // by Playwright; nothing but __SWITCHES_OF_TESTS__ differs
  const forTests = kind === "release-for-tests"; // a release that says so in its name: `npm run package -- --for-tests`
  const release = kind === "release" || forTests;
  const profile = forTests ? profileForTests(writtenProfile) : writtenProfile;
  const usesTokens = !release || process.platform in profile.tokenModules; // a release is for the system that builds it
  const developmentServer = command === "serve";
  const outDir = (zone: string) => at("out", release ? mode : "", zone);
  /** Compile-time constants: what is not for this build is not in it (see src-main/build-constants.d.ts). */
  const define = {
    __RELEASE__: JSON.stringify(release),
    __SWITCHES_OF_TESTS__: JSON.stringify(isDriven === undefined ? [] : switchesOfPlaywright),
    __ELECTRON_FLOOR__: JSON.stringify(electronFloor(root)),
    __KEYCHAIN_LIBRARY__: JSON.stringify(keychainLibraries(root)),
    __HARDWARE_KEY__: JSON.stringify(usesTokens),
    __TOKEN_MODULES__: JSON.stringify(profile.tokenModules),
    __TOKEN_LIBRARY__: JSON.stringify(usesTokens ? tokenLibraries(root) : {}),
    __BACKEND_ORIGIN__: JSON.stringify(release ? profile.backendOrigin : ""),
    __BACKEND_PINS__: JSON.stringify(release ? profile.backendPins : []),
    __CALL_TIMEOUT_MS__: JSON.stringify(profile.callTimeoutMs),
    __PRODUCT_NAME__: JSON.stringify(profile.identity.productName),
    __PARTNER__: JSON.stringify(release ? { ...profile.identity, texts: {} } : profile.identity),
    __CONTACTS__: JSON.stringify({
      support: profile.identity.support,
      privacyNotice: profile.identity.privacyNotice,
    }),
    __LICENCES__: licencesConstant(developmentServer),
    __POLICY__: JSON.stringify(profile.policy),
    __SIGN_IN__: JSON.stringify(release ? signInOfRelease(profile, profileFile) : null),
    __UPDATES__: JSON.stringify(release ? profile.updates : null),
    __DEVICE_DATA__: JSON.stringify(profile.deviceData && { folder: null, domains: profile.deviceData.domains }),
    __COLOURS__: JSON.stringify(profile.colours),
    __DEVELOPMENT_SERVER__: JSON.stringify(developmentServer ? "http://127.0.0.1:5173" : ""),
  };
  const hasDeviceData = !release || profile.deviceData !== null; // a development build may be told of another script
  const licences = createLicencePlugins(root);
  return {
    main: {
      define,
      plugins: [windowIcon(profile), deviceDataScripts(profile), licences.collects()],
      build: {
        outDir: outDir("main"),
        target: targets.node,
        minify: release,
        externalizeDeps: { exclude: ["jose", "openid-client", "zod"] },
        rollupOptions: {
          input: {
            index: at("src-main/index.ts"),
            "passcode-worker": at("src-main/keys/passcode-worker.ts"),
            ...(usesTokens && { "hardware-key": at("src-hardware-key/index.ts") }),
          },
          output: { chunkFileNames: "[name].js" }, // beside the first one, from where paths lead
        },
      },
    },
    preload: {
      define,
      plugins: [licences.collects()],
      build: {
        outDir: outDir("preload"),
        target: targets.node,
        minify: release,
        // A sandboxed preload must be one CommonJS file; with "type": "module" only the ending .cjs makes it one.
        isolatedEntries: hasDeviceData, // or what two have in common would be a third file
        rollupOptions: {
          input: {
            index: at("src-preload/index.ts"),
            ...(hasDeviceData && { "hand-over-device-data": at("src-preload/hand-over-device-data.ts") }),
          },
          output: { format: "cjs", entryFileNames: "[name].cjs" },
        },
      },
    },
    renderer: {
      root: at("src-renderer"),
      cacheDir: at("out/.cache/vite"),
      define,
      plugins: [
        preact({ devToolsEnabled: false }),
        partnerColoursAndLogo(profile),
        licences.lists(),
        contentSecurityPolicyInMeta(),
        ...(release ? [parsedWords(profile.identity.texts)] : []),
      ],
      build: {
        outDir: outDir("renderer"),
        emptyOutDir: true,
        target: targets.chrome,
        minify: release,
        assetsInlineLimit: 0, // the policy allows no data: addresses
        modulePreload: false, // it fetches, which the window may not
        rollupOptions: {
          input: { index: at("src-renderer/index.html") },
          // All that runs until the first screen in one file: each takes a way over main, and those that a file imports are asked for after it.
          preserveEntrySignatures: "allow-extension",
          output: { codeSplitting: { groups: [{ name: "first", tags: ["$initial"] }] } },
        },
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
function windowIcon(profile: Profile): Plugin {
  return {
    name: "cardbound:window-icon",
    generateBundle() {
      this.emitFile({
        type: "asset",
        fileName: "icon.png",
        source: readFileSync(path.join(iconsOf(profile), "icons/256x256.png")),
      });
    },
  };
}
