// Where a profile has modules, the package has koffi, whose native file main compares with the build's before it is loaded.
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { PackageIdentity } from "../../build/package/package-identity.ts";
import { stageApp } from "../../build/package/stage-app.ts";
import { root } from "../../build/paths.mjs";
import { tokenLibraries, tokenLibraryOf } from "../../build/token-library.ts";
import { requireKnownNativeLibrary } from "../../src-main/token/known-native-library.ts";

const system = `${process.platform}-${process.arch}`;
const identity = {
  name: "a",
  id: "b.c.d",
  productName: "A",
  version: "1.0.0",
  maintainer: "A <a@b.c>",
} as PackageIdentity;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "cardbound-staged-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("what becomes the archive", () => {
  async function stage(mainFiles: readonly string[]): Promise<string[]> {
    for (const part of ["main", "preload", "renderer"])
      mkdirSync(path.join(folder, "release", part), { recursive: true });
    for (const file of mainFiles) writeFileSync(path.join(folder, "release/main", file), "");
    const app = path.join(folder, "app");
    await stageApp(identity, path.join(folder, "release"), app);
    return readdirSync(path.join(app, "node_modules"), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(path.join(app, "node_modules"), path.join(entry.parentPath, entry.name)))
      .filter((file) => file.includes("koffi"))
      .sort();
  }

  it("has koffi in it, with one native file, where the release can use tokens", async () => {
    expect(await stage(["index.js", "hardware-key.js"])).toEqual([
      `@koromix/koffi-${system}/index.js`,
      tokenLibraryOf(system),
      `@koromix/koffi-${system}/package.json`,
      ...["LICENSE.txt", "index.js", "package.json", "src/koffi/index.js", "src/koffi/src/static.js"].map(
        (file) => `koffi/${file}`,
      ),
    ]);
  });

  it("has nothing of it elsewhere", async () => {
    expect(await stage(["index.js"])).toEqual([]);
  });
});

describe("koffi's native file", () => {
  const packageFolder = path.join(root, "node_modules/@koromix", `koffi-${system}`);

  it("is the build's", () => {
    expect(() => requireKnownNativeLibrary(tokenLibraries(root), packageFolder)).not.toThrow();
  });

  it.each([
    ["another", (file: string) => appendFileSync(file, "\0")],
    ["missing", (file: string) => rmSync(file)],
  ])("is not loaded if it is %s", (_name, change) => {
    const copy = path.join(folder, "koffi");
    cpSync(packageFolder, copy, { recursive: true });
    change(path.join(copy, system.replace("-", "_"), "koffi.node"));
    expect(() => requireKnownNativeLibrary(tokenLibraries(root), copy)).toThrow("ERR_PROGRAM_CHANGED");
  });

  it("is none on a system for which the build has none", () => {
    expect(() => requireKnownNativeLibrary({}, packageFolder)).toThrow("ERR_TOKEN_UNUSABLE");
  });
});
