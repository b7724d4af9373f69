// The hardened runtime of macOS loads only libraries that the app's own team has signed. A vendor's PKCS#11 module is not, so one helper
// has to be allowed to load it, and nothing else. electron-builder's signing runs here with a `codesign` that notes what it is told:
// what Apple's makes of it has not been seen.
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { builderConfiguration } from "../../build/package/builder-configuration.ts";
import type { PackageIdentity } from "../../build/package/package-identity.ts";
import { koffiFilesFor } from "../../build/package/stage-app.ts";

const identity = { name: "a", id: "b.c.d", productName: "A", version: "1.0.0", maintainer: "A <a@b.c>", icons: "" };
const places = { app: "", licences: "", electron: { folder: "", version: "" }, output: "" };
const configuration = (usesTokens: boolean) =>
  builderConfiguration(identity as unknown as PackageIdentity, places, async () => {}, { forTests: true, usesTokens });

const ALLOWED = "com.apple.security.cs.disable-library-validation";
const helpers = ["A Helper", "A Helper (GPU)", "A Helper (Plugin)", "A Helper (Renderer)"];

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "cardbound-signing-"));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

/** An application as electron-builder leaves it on macOS, as far as signing goes by it. */
function writeApplication(): string {
  const app = path.join(folder, "A.app");
  const frameworks = path.join(app, "Contents/Frameworks");
  mkdirSync(path.join(frameworks, "Squirrel.framework"), { recursive: true }); // by it macOS is told from the store's
  for (const [bundle, name] of [[app, "A"], ...helpers.map((one) => [path.join(frameworks, `${one}.app`), one])]) {
    mkdirSync(path.join(`${bundle}`, "Contents/MacOS"), { recursive: true });
    writeFileSync(path.join(`${bundle}`, `Contents/MacOS/${name}`), "\0");
  }
  return app;
}

/** In the place of macOS' own, first in PATH. @returns what it was told to sign, with the entitlements */
function writeCodesign(): () => ReadonlyMap<string, string> {
  const notes = path.join(folder, "notes");
  const file = path.join(folder, "bin/codesign");
  mkdirSync(path.dirname(file));
  writeFileSync(file, `#!/bin/sh\n{ printf '%s\\t' "$@"; echo; } >> "${notes}"\n`);
  chmodSync(file, 0o755);
  vi.stubEnv("PATH", `${path.dirname(file)}:${process.env.PATH}`);
  return () =>
    new Map(
      readFileSync(notes, "utf8")
        .trimEnd()
        .split("\n")
        .map((line) => line.trimEnd().split("\t"))
        .filter((words) => words.includes("--sign"))
        .map((words) => [
          path.relative(folder, words.at(-1) ?? ""),
          readFileSync(words[words.indexOf("--entitlements") + 1] ?? "", "utf8"),
        ]),
    );
}

describe.skipIf(process.platform === "win32")("the application for macOS, where its profile has modules", () => {
  it("may load a vendor's library in the process for tokens, and nowhere else", async () => {
    const signed = writeCodesign();
    const { sign, entitlements, hardenedRuntime } = configuration(true).mac;
    await sign?.({
      app: writeApplication(),
      identity: "-",
      identityValidation: false,
      platform: "darwin",
      optionsForFile: () => ({ entitlements, hardenedRuntime }), // as electron-builder has it for each file
    });
    const files = [...signed().keys()];
    expect(files).toEqual(expect.arrayContaining(helpers.map((name) => `A.app/Contents/Frameworks/${name}.app`)));
    expect(files).toContain("A.app");
    const allowed = files.filter((file) => signed().get(file)?.includes(ALLOWED));
    const plugin = "A.app/Contents/Frameworks/A Helper (Plugin).app";
    expect(allowed.sort()).toEqual([plugin, `${plugin}/Contents/MacOS/A Helper (Plugin)`]);
    for (const [file, granted] of signed())
      expect([file, granted.includes("com.apple.security.cs.allow-jit")]).toEqual([file, true]);
  });

  it("is signed by electron-builder alone where it has none", () => {
    expect(configuration(false).mac).not.toHaveProperty("sign");
    expect(readFileSync(configuration(false).mac.entitlementsInherit, "utf8")).not.toContain(ALLOWED);
  });
});

describe("koffi's native file", () => {
  // As the packages of koffi 3.3.4 were looked at: each has its own files alone, those for Linux one for musl too.
  it.each(["linux-x64", "linux-arm64", "win32-x64", "win32-arm64", "darwin-x64", "darwin-arm64"])(
    "is of %s alone in its package, outside of the archive, and not signed after the build has its hash",
    (system) => {
      const { asarUnpack, mac } = configuration(true);
      const native = koffiFilesFor(system).filter((file) => file.endsWith(".node"));
      expect(native).toEqual([`@koromix/koffi-${system}/${system.replace("-", "_")}/koffi.node`]);
      const [file] = native.map((name) => `node_modules/${name}`);
      expect(asarUnpack.filter((pattern) => path.matchesGlob(file ?? "", pattern))).toHaveLength(1);
      expect(mac.signIgnore.filter((pattern) => new RegExp(pattern).test(`/A.app/${file}`))).toHaveLength(1);
    },
  );
});
