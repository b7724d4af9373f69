// Attacker: somebody who replaces the native library of the keychain, which lies outside the program's archive. Way: another
// file in its place, or one where keytar looks first. Impact: foreign code in main, which sees every key that is read.
// docs/threat-model.md#keychain-library
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { keychainLibraries } from "../../build/keychain-library.ts";
import { root } from "../../build/paths.mjs";
import { checkKeychain } from "../../src-main/diagnosis/check-keychain.ts";
import { createKeytarLoader, openDeviceKeychain } from "../../src-main/keys/device-keychain.ts";
import { requireKnownLibrary } from "../../src-main/keys/known-keychain-library.ts";
import { createFakeComputer } from "../unit/fake-computer.ts";
import { startCore } from "../unit/start-core.ts";

const system = `${process.platform}-${process.arch}`;
const libraries = keychainLibraries(root);
let folder: string;
let library: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "cardbound-keytar-"));
  library = path.join(folder, "prebuilds", system, "keytar.node");
  cpSync(path.join(root, "node_modules/keytar/prebuilds", system), path.dirname(library), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

it("the build knows the library of every system that keytar brings one for", () => {
  for (const name of ["linux-x64", "linux-arm64", "darwin-arm64", "darwin-x64", "win32-x64"]) {
    expect(libraries[name]).toMatch(/^[0-9a-f]{64}$/);
  }
});

it("the library that was built with is taken", () => {
  expect(() => requireKnownLibrary(libraries, folder)).not.toThrow();
  expect(() => requireKnownLibrary()).not.toThrow();
});

const first = () => path.join(folder, "build/Release/keytar.node");
const changes: [string, () => void][] = [
  ["one byte more", () => appendFileSync(library, "\0")],
  ["one byte less", () => truncateSync(library, 100)],
  ["another file", () => writeFileSync(library, "")],
  ["another system's", () => cpSync(path.join(root, "node_modules/keytar/prebuilds/win32-x64/keytar.node"), library)],
  ["none", () => rmSync(library)],
  ["no package", () => rmSync(path.join(folder, "prebuilds"), { recursive: true })],
  [
    "one that keytar would load before it",
    () => {
      mkdirSync(path.dirname(first()), { recursive: true });
      cpSync(library, first());
    },
  ],
  [
    "a script that keytar would load before it",
    () => {
      mkdirSync(path.dirname(first()), { recursive: true });
      writeFileSync(`${first()}.js`, "");
    },
  ],
  [
    "one that keytar would load where the system lacks a library that it needs",
    () => cpSync(path.join(folder, "prebuilds"), path.join(folder, "lib/prebuilds"), { recursive: true }),
  ],
];
describe("is refused", () => {
  it.each(changes)("%s", (_, change) => {
    change();
    expect(() => requireKnownLibrary(libraries, folder)).toThrow(
      expect.objectContaining({ code: "ERR_PROGRAM_CHANGED" }),
    );
  });

  it("everything on a system that keytar has none for, as a keychain that is not there", () => {
    const unavailable = expect.objectContaining({ code: "ERR_KEYCHAIN_UNAVAILABLE" });
    expect(() => requireKnownLibrary({}, folder)).toThrow(unavailable);
  });
});

describe("a keychain whose library was replaced", () => {
  const changed = { code: "ERR_PROGRAM_CHANGED" };
  const check = () => requireKnownLibrary(libraries, folder);
  const open = () => openDeviceKeychain("Cardbound tests", undefined, createKeytarLoader(check));
  beforeEach(() => appendFileSync(library, "\0"));

  it("is neither read nor written, and says so each time", async () => {
    const keychain = open();
    await expect(keychain.read("one")).rejects.toMatchObject(changed);
    await expect(keychain.write("one", "text")).rejects.toMatchObject(changed);
    await expect(keychain.remove("one")).rejects.toMatchObject(changed);
    await expect(keychain.setAside("one", "two")).rejects.toMatchObject(changed);
  });

  it("is told to the cardholder who signs in, through the wiring that ships", async () => {
    const computer = createFakeComputer();
    const { handlers } = startCore({
      computer,
      keychain: { ...computer.keychain, load: createKeytarLoader(check) },
      backend: {
        getPolicy: async () => ({ pin_change_routes: ["signed"], accepted_protection_levels: [] }),
        getWaits: async () => ({ pin_change: 0, binding: 0, code: 0 }),
      },
    });
    await expect(handlers.signIn("Ada Single")).rejects.toMatchObject(changed);
  });

  it("is told by Help as one that cannot be used", async () => {
    expect((await checkKeychain(open(), "linux", 1000)).state).toBe("unavailable");
  });

  it("is loaded once the program was installed anew, and not looked at again", async () => {
    const load = createKeytarLoader(check);
    await expect(load()).rejects.toMatchObject(changed);
    cpSync(path.join(root, "node_modules/keytar/prebuilds", system, "keytar.node"), library);
    const keytar = await load();
    expect(keytar.getPassword).toBeTypeOf("function");
    rmSync(library);
    expect(await load()).toBe(keytar);
  });
});
