// Attacker: whoever gets a file into the package. Way: a folder that is copied whole, another system's binary, a source map, a test.
// Impact: what nobody has looked at runs with the app's name, or tells of it.
// docs/threat-model.md#fuses, #release-without-development
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { extractFile, listPackage, statFile } from "@electron/asar";
import { expect, it } from "vitest";
import { readFuses } from "../../build/package/fuses.ts";
import type { MadePackages } from "./made-packages.ts";

/** A bundler's hash in a name is not the subject. */
const withoutHash = (name: string) => name.replace(/-[\w-]{8}(?=\.(?:js|css)$)/, "-HASH");
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

/** What is in the packaged application. */
export function describeApplication(made: () => MadePackages): void {
  const archive = () => path.join(made().application, "resources/app.asar");

  it("has these files in its archive, and no other", () => {
    const languages = ["de", "en", "es", "fr", "it"];
    expect(filesOfArchive(archive()).map(withoutHash).sort()).toEqual([
      "node_modules/keytar/LICENSE.md",
      "node_modules/keytar/lib/keytar.js",
      "node_modules/keytar/package.json",
      `node_modules/keytar/prebuilds/linux-${process.arch}/keytar.node`,
      "out/main/icon.png",
      "out/main/index.js",
      "out/main/passcode-worker.js",
      "out/main/provider-client.js",
      "out/main/run-core.js",
      "out/preload/index.cjs",
      ...[
        ...languages.flatMap((language) => [`${language}-HASH.js`, `${language}-panels-HASH.js`]),
        ...["first-HASH.css", "first-HASH.js", "later-screens-HASH.js", "licences-HASH.js"],
        ...["panels-HASH.js", "remove-with-question-HASH.js"],
      ]
        .sort()
        .map((name) => `out/renderer/assets/${name}`),
      "out/renderer/index.html",
      "out/renderer/logo.svg",
      "package.json",
    ]);
  });

  it("has one native library beside the archive, and nothing else that could be run in its place", () => {
    const keytar = `app.asar.unpacked/node_modules/keytar/prebuilds/linux-${process.arch}/keytar.node`;
    expect(filesOf(path.join(made().application, "resources")).filter((name) => name !== "apparmor-profile")).toEqual([
      "app.asar",
      keytar,
    ]);
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
    expect(size).toBeLessThanOrEqual(1_000_000);
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
  });
}
