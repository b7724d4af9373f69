import { expect, it } from "vitest";
import { profileSchema } from "../../../build/partner-profile/profile-schema.ts";
import { readConfig } from "../../../src-main/start-options.ts";

const sha256 = "a".repeat(64);
const module = { system: "linux", name: "opensc", path: "/usr/lib/opensc-pkcs11.so", sha256 };
const profile = (modules: readonly object[]) =>
  profileSchema.safeParse({
    product_name: "Cards",
    backend_origin: "https://cards.example",
    hardware_key: { modules },
  });

it("takes a module of each system, by its whole path there", () => {
  const windows = { ...module, system: "windows", path: "C:\\Program Files\\OpenSC\\opensc-pkcs11.dll" };
  expect(profile([module, windows, { ...module, system: "macos" }]).success).toBe(true);
});

it.each<[string, readonly object[]]>([
  ["none at all", []],
  ["a name without a folder, which would be looked for", [{ ...module, path: "opensc-pkcs11.so" }]],
  ["another system's path", [{ ...module, system: "windows", path: "usr\\lib\\a.dll" }]],
  ["no hash", [{ ...module, sha256: "" }]],
  ["a hash in capitals, which would never be found", [{ ...module, sha256: "A".repeat(64) }]],
  ["a name that two have", [module, { ...module, path: "/opt/other.so" }]],
  ["a system that there is not", [{ ...module, system: "linux-x64" }]],
  ["a field too many", [{ ...module, slot: 1 }]],
])("refuses a profile with %s", (_name, modules) => {
  expect(profile(modules).success).toBe(false);
});

it("says what is expected", () => {
  const fault = profile([{ ...module, path: "a.so" }])
    .error?.issues.map(({ message }) => message)
    .join();
  expect(fault).toContain("expected for example");
});

it("has a development build take modules from its command line, and none without", () => {
  const { system: _, ...plain } = module;
  const backend = "--backend=http://127.0.0.1:4000";
  expect(readConfig(["app", backend, `--hardware-key=${JSON.stringify([plain])}`]).tokenModules).toEqual([plain]);
  expect(readConfig(["app", backend]).tokenModules).toEqual([]);
  expect(() => readConfig(["app", backend, "--hardware-key=[{}]"])).toThrow("--hardware-key takes JSON");
});
