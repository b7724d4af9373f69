// Attacker: whoever gets a file into the package. Way: a folder that is copied whole, another system's binary, a source map, a test.
// Impact: what nobody has looked at runs with the app's name, or tells of it.
// docs/threat-model.md#fuses, #release-without-development
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { extractFile, listPackage, statFile } from "@electron/asar";
import { expect, it } from "vitest";
import { readFuses } from "../../build/package/fuses.ts";
import { tokenLibraryOf } from "../../build/token-library.ts";
import type { MadePackages } from "./made-packages.ts";

/** A bundler's hash in a name is not the subject; only the window's files have one. */
const withoutHash = (name: string) => name.replace(/^(out\/renderer\/.*)-[\w-]{8}(?=\.(?:js|css)$)/, "$1-HASH");
/** Each file of a folder, by its path in it. */
const filesOf = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();
const filesOfArchive = (archive: string) =>
  listPackage(archive, { isPack: false })
    .map((name) => name.replaceAll("\\", "/").replace(/^\//, ""))
    .filter((name) => !("files" in statFile(archive, name)))
    .sort();

const system = `linux-${process.arch}`;
/** What a package has beyond the others where its profile has modules (docs/hardware-key.md#in-the-app): koffi, the process that it runs in, and what starts that. */
const forTokens = {
  packages: [
    ...["index.js", "package.json"].map((name) => `@koromix/koffi-${system}/${name}`),
    tokenLibraryOf(system),
    ...["LICENSE.txt", "index.js", "package.json", "src/koffi/index.js", "src/koffi/src/static.js"].map(
      (name) => `koffi/${name}`,
    ),
  ],
  // As the bundler shares them out: schemas.js is zod's, key_descriptor.js jose's.
  main: [
    ...["hardware-key.js", "key_descriptor.js", "schemas.js"],
    ...["start-token-child.js", "steps-on-token.js", "token-messages.js"],
  ],
};
const nothingForTokens: typeof forTokens = { packages: [], main: [] };

/**
 * What is in the packaged application.
 * @param usesTokens whether its profile has modules for tokens
 */
export function describeApplication(made: () => MadePackages, usesTokens = false): void {
  const archive = () => path.join(made().application, "resources/app.asar");
  const added = usesTokens ? forTokens : nothingForTokens;

  it("has these files in its archive, and no other", () => {
    const languages = ["de", "en", "es", "fr", "it"];
    expect(filesOfArchive(archive()).map(withoutHash).sort()).toEqual(
      [
        ...added.packages.map((name) => `node_modules/${name}`),
        "node_modules/keytar/LICENSE.md",
        "node_modules/keytar/lib/keytar.js",
        "node_modules/keytar/package.json",
        `node_modules/keytar/prebuilds/${system}/keytar.node`,
        ...added.main.map((name) => `out/main/${name}`),
        "out/main/icon.png",
        "out/main/index.js",
        "out/main/passcode-worker.js",
        "out/main/provider-client.js",
        "out/main/run-core.js",
        "out/preload/index.cjs",
        ...[
          ...languages.flatMap((language) => [`${language}-HASH.js`, `${language}-panels-HASH.js`]),
          ...["first-HASH.css", "first-HASH.js", "later-screens-HASH.js", "licences-HASH.js"],
          ...["panels-HASH.js", "choices-HASH.js"],
        ].map((name) => `out/renderer/assets/${name}`),
        "out/renderer/index.html",
        "out/renderer/logo.svg",
        "package.json",
      ].sort(),
    );
  });

  it("has its native libraries alone beside the archive, and nothing else that could be run in its place", () => {
    const native = added.packages.filter((name) => name.endsWith(".node"));
    expect(filesOf(path.join(made().application, "resources")).filter((name) => name !== "apparmor-profile")).toEqual([
      "app.asar",
      ...[...native, `keytar/prebuilds/${system}/keytar.node`].map((name) => `app.asar.unpacked/node_modules/${name}`),
    ]);
  });

  it("has each file as the hashes in the archive's header say", () => {
    for (const name of filesOfArchive(archive())) {
      const { integrity } = statFile(archive(), name) as { readonly integrity?: { readonly hash: string } };
      const hash = createHash("sha256").update(extractFile(archive(), name)).digest("hex");
      expect([name, integrity?.hash]).toEqual([name, hash]);
    }
  });

  it("has these files around it, and Chromium's texts for the languages of the window alone", () => {
    const around = filesOf(made().application).filter((name) => !name.startsWith("resources/"));
    expect(around).toEqual(
      [
        ...["LICENSE.electron.txt", "LICENSES.chromium.html", "licences.txt"],
        ...[made().name, `start-${made().name}`, "chrome-sandbox", "chrome_crashpad_handler"],
        ...["chrome_100_percent.pak", "chrome_200_percent.pak", "resources.pak", "icudtl.dat"],
        ...["snapshot_blob.bin", "v8_context_snapshot.bin", "vk_swiftshader_icd.json"],
        ...["libEGL.so", "libGLESv2.so", "libffmpeg.so", "libvk_swiftshader.so", "libvulkan.so.1"],
        ...["de", "en-GB", "en-US", "es", "es-419", "fr", "it"].map((name) => `locales/${name}.pak`),
      ].sort(),
    );
  });

  it("has at most a megabyte of our own code", () => {
    const { size } = statSync(archive());
    expect(size).toBeGreaterThan(300_000);
    expect(size).toBeLessThanOrEqual(usesTokens ? 1_050_000 : 1_000_000);
  });

  it("names no package that could be looked for, and says what it is", () => {
    const manifest = JSON.parse(extractFile(archive(), "package.json").toString());
    expect(manifest).toEqual({
      name: made().name,
      productName: "Cardbound (for tests)",
      version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
      description: expect.any(String),
      author: expect.stringMatching(/<.+@.+>/),
      type: "module",
      main: "out/main/index.js",
      desktopName: `${made().id}.desktop`,
    });
  });

  it("calls itself a package for tests in its window, its keychain and under About", () => {
    const main = ["index.js", "run-core.js", "provider-client.js"]
      .map((file) => extractFile(archive(), `out/main/${file}`).toString())
      .join();
    expect(main).toContain("Cardbound (for tests)");
    expect(main).not.toMatch(/["'`]Cardbound["'`]/);
  });

  it("has every fuse as it was decided, read from the program itself", async () => {
    const { WasmTrapHandlers, ...there } = await readFuses(path.join(made().application, made().name));
    expect(there).toEqual({
      RunAsNode: false,
      EnableCookieEncryption: true,
      EnableNodeOptionsEnvironmentVariable: false,
      EnableNodeCliInspectArguments: false,
      EnableEmbeddedAsarIntegrityValidation: true,
      OnlyLoadAppFromAsar: true,
      LoadBrowserProcessSpecificV8Snapshot: false,
      GrantFileProtocolExtraPrivileges: false,
    });
    expect(WasmTrapHandlers ?? true).toBe(true); // the fallback is older than this one
  });

  it("lets everybody read its files, and nobody but root write them; only programs can be run", () => {
    const programs = [made().name, `start-${made().name}`, "chrome-sandbox", "chrome_crashpad_handler"];
    for (const name of filesOf(made().application)) {
      const mode = statSync(path.join(made().application, name)).mode & 0o7777;
      expect([name, mode.toString(8)]).toEqual([name, programs.includes(name) ? "755" : "644"]);
    }
  });

  it("comes with the licences of all that is bundled", () => {
    const licences = readFileSync(path.join(made().application, "licences.txt"), "utf8");
    for (const name of ["@github/keytar", "preact", "zustand", "jose", "openid-client", "electron"])
      expect(licences).toContain(`${name} `);
    expect(licences.includes(`@koromix/koffi-${system} `)).toBe(usesTokens);
  });
}
