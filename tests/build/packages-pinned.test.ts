// Attacker: somebody who has taken a package over. Way: a new version, another content under the same one, a script that
// runs while it is installed. Impact: their code runs on developers' computers, and in the app.
// docs/threat-model.md#packages-pinned
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { outputOf } from "../../build/child-process.mjs";
import { prepareNodePackages } from "../../build/prepare/node-packages.mjs";
import { npmCommand } from "../../build/prepare/npm-command.mjs";
import { type NodeRegistry, startNodeRegistry } from "./node-registry.ts";

const ours = path.resolve(import.meta.dirname, "../..");
const manifest = JSON.parse(readFileSync(path.join(ours, "package.json"), "utf8"));
const lock = JSON.parse(readFileSync(path.join(ours, "package-lock.json"), "utf8"));

/** The clone that is prepared: one of the test's. */
const clone = vi.hoisted(() => ({ root: "", out: "" }));
vi.mock("../../build/paths.mjs", () => clone);

describe("the packages that the project names", () => {
  it("are named by one version each, and the lock file names the same", () => {
    const { dependencies, devDependencies } = manifest;
    for (const version of Object.values({ ...dependencies, ...devDependencies })) {
      expect(version).toMatch(/^(?:npm:@?[\w./-]+@)?\d+\.\d+\.\d+$/);
    }
    expect(lock.packages[""]).toMatchObject({ dependencies, devDependencies });
  });

  it("have a hash each in the lock file, and no address but the registry's that is in use", () => {
    const locked = Object.entries<{ integrity?: string; resolved?: string }>(lock.packages).filter(
      ([name]) => name !== "",
    );
    expect(locked.length).toBeGreaterThan(100);
    for (const [name, { integrity, resolved }] of locked) {
      expect([name, integrity]).toEqual([name, expect.stringMatching(/^sha512-[A-Za-z0-9+/]{86}==$/)]);
      expect([name, resolved]).toEqual([name, undefined]);
    }
  });
});

describe("a clone that is prepared", () => {
  let folder: string;
  let registry: NodeRegistry;
  const said = () => path.join(folder, "a-script-ran");

  beforeEach(async () => {
    folder = mkdtempSync(path.join(tmpdir(), "cardbound-packages-"));
    clone.root = path.join(folder, "clone");
    mkdirSync(clone.root);
    copyFileSync(path.join(ours, ".npmrc"), path.join(clone.root, ".npmrc"));
    const scripts = { preinstall: `echo ran > ${said()}`, postinstall: `echo ran > ${said()}` };
    registry = await startNodeRegistry(folder, "true", undefined, { scripts, hasInstallScript: true });
    vi.stubEnv("npm_config_registry", registry.url);
    vi.stubEnv("npm_config_cache", path.join(folder, "cache"));
    vi.stubEnv("npm_config_userconfig", path.join(folder, "no-npmrc"));
    vi.stubEnv("npm_config_fetch_retries", "0");
    vi.stubEnv("npm_config_loglevel", "silent");
    vi.stubEnv("npm_config_audit", "false");
    vi.stubEnv("npm_config_update_notifier", "false");
    // What the npm that runs this test has told it of our own clone.
    vi.stubEnv("npm_config_ignore_scripts", undefined);
    vi.stubEnv("npm_config_save_exact", undefined);
    vi.stubEnv("npm_config_omit_lockfile_registry_resolved", undefined);
    vi.spyOn(process.stderr, "write").mockReturnValue(true); // what the runner says
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    vi.unstubAllEnvs();
    await registry.close();
    rmSync(folder, { recursive: true });
  });

  /** @param integrity what the lock file says of the package */
  function write(integrity = registry.pinned.integrity) {
    const root = { name: "a-clone", version: "1.0.0", dependencies: { "node-for-tests": "24.21.0" } };
    const entry = { version: "24.21.0", integrity, hasInstallScript: true };
    const packages = { "": root, "node_modules/node-for-tests": entry };
    writeFileSync(path.join(clone.root, "package.json"), JSON.stringify(root));
    const written = { name: "a-clone", version: "1.0.0", lockfileVersion: 3, requires: true, packages };
    writeFileSync(path.join(clone.root, "package-lock.json"), JSON.stringify(written));
  }
  const installed = () => existsSync(path.join(clone.root, "node_modules/node-for-tests/bin/node"));

  it("gets what the lock file names, once, and no script of it runs", async () => {
    write();
    await prepareNodePackages();
    expect(installed()).toBe(true);
    expect(existsSync(said())).toBe(false);
    await prepareNodePackages();
    expect(registry.fetches()).toBe(1);
  });

  it("refuses another content under the same version", async () => {
    write(`sha512-${Buffer.alloc(64, 1).toString("base64")}`);
    await expect(prepareNodePackages()).rejects.toThrow("The node packages could not be installed.");
    expect(installed()).toBe(false);
  });

  it("refuses what the lock file does not name, instead of taking what fits", async () => {
    write();
    const wanted = { dependencies: { "node-for-tests": ">=24.21.1" } };
    writeFileSync(path.join(clone.root, "package.json"), JSON.stringify(wanted));
    await expect(prepareNodePackages()).rejects.toThrow("The node packages could not be installed.");
    expect(registry.fetches()).toBe(0);
  });

  it("names a package that is added by its one version, and not by where it came from", async () => {
    writeFileSync(path.join(clone.root, "package.json"), '{"name":"a-clone","version":"1.0.0"}');
    const { command, args, options } = npmCommand(["install", "node-for-tests"]);
    await outputOf(command, args, { ...options, cwd: clone.root });
    const [names, locks] = ["package.json", "package-lock.json"].map((name) =>
      JSON.parse(readFileSync(path.join(clone.root, name), "utf8")),
    );
    expect(names.dependencies).toEqual({ "node-for-tests": "24.21.0" });
    expect(locks.packages["node_modules/node-for-tests"]).not.toHaveProperty("resolved");
    expect(existsSync(said())).toBe(false);
  });
});
