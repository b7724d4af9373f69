import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from "node:fs";
import { builtinModules } from "node:module";
import path from "node:path";
import { parseSync } from "vite";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { makeBackendPackage } from "../../../build/backend-package/make-backend-package.ts";
import { cyclonedx } from "../../../build/package/sbom/cyclonedx.ts";
import { root } from "../../../build/paths.mjs";
import { routes } from "../../../src-contract/api/routes.ts";
import { right } from "../../backend/built-backend.ts";
import { leftToLongForm } from "../../long-form.ts";
import {
  identity,
  startUnpacked,
  type UnpackedBackend,
  unpackBackendPackage,
  whyNoPackage,
} from "./made-backend-package.ts";

const sha256Of = (file: string) => createHash("sha256").update(readFileSync(file)).digest("hex");

describe.skipIf(whyNoPackage !== null)("the backend's package", () => {
  let made: UnpackedBackend;
  beforeAll(async () => {
    made = await unpackBackendPackage();
  }, 120_000);
  afterAll(() => made?.remove());
  const read = (name: string) => readFileSync(path.join(made.folder, name), "utf8");
  const components = (): { name: string; version: string; licenses: unknown; hashes: unknown }[] =>
    JSON.parse(read("cardbound-backend.cdx.json")).components;

  it("has the program in one file, its papers and the descriptions, and nothing else; only the program can be run", () => {
    const files = readdirSync(made.folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const modes = files.map(({ parentPath, name }) => {
      const file = path.join(parentPath, name);
      return [path.relative(made.folder, file), (statSync(file).mode & 0o777).toString(8)];
    });
    expect(Object.fromEntries(modes.filter(([name = ""]) => !name.includes("/")))).toEqual({
      LICENSE: "644",
      "README.md": "644",
      "cardbound-backend.cdx.json": "644",
      "cardbound-backend.js": "755",
      "licences.txt": "644",
      "package.json": "644",
    });
    const below = modes.filter(([name = ""]) => name.includes("/"));
    const folders = new Set(below.map(([name = ""]) => name.split("/")[0]));
    expect([...folders].sort()).toEqual(["container", "kubernetes", "operations", "systemd"]);
    for (const [name, mode] of below) expect([name, mode]).toEqual([name, "644"]);
  });

  it("asks npm for nothing, and names its program as a command", () => {
    const manifest = JSON.parse(read("package.json"));
    expect(manifest).toMatchObject({ name: "cardbound-backend", version: identity.version, type: "module" });
    expect(manifest.bin).toEqual({ "cardbound-backend": "cardbound-backend.js" });
    expect(manifest).not.toHaveProperty("dependencies");
    expect(manifest).not.toHaveProperty("scripts");
    const { engines } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
    expect(manifest.engines).toEqual(engines);
  });

  it("imports Node's own modules alone", () => {
    const program = read("cardbound-backend.js");
    const { module } = parseSync("cardbound-backend.js", program);
    const imported = module.staticImports.map(({ moduleRequest }) => moduleRequest.value);
    const required = [...program.matchAll(/\b__require\("([^"]+)"\)/g)].map(([, name = ""]) => name);
    expect(required.length).toBeGreaterThan(10);
    const isOfNode = (name: string) => name.startsWith("node:") || builtinModules.includes(name);
    expect([...imported, ...required].filter((name) => !isOfNode(name))).toEqual([]);
  });

  it("its bill of materials has what the server is made of, and nothing of the desktop or the tools", () => {
    const names = components().map(({ name }) => name);
    for (const name of ["fastify", "kysely", "pino", "zod", "jose", "@fastify/swagger", "pg"])
      expect(names).toContain(name);
    for (const name of ["avvio", "find-my-way", "pg-protocol"]) expect(names).toContain(name); // Fastify's, pg's
    for (const name of ["@github/keytar", "keytar", "electron", "preact", "openid-client", "supports-color", "vite"])
      expect(names).not.toContain(name);
  });

  it("names each with version, licence and the hash that npm compares, and ships that licence", () => {
    for (const { name, version, licenses, hashes } of components()) {
      expect([name, licenses]).toEqual([name, [{ expression: expect.any(String) }]]);
      expect(hashes).toEqual([{ alg: "SHA-512", content: expect.stringMatching(/^[0-9a-f]{128}$/) }]);
      expect(read("licences.txt")).toContain(`${name} ${version} (`);
    }
  });

  it("ships the wording of those that have it in their README alone, or only name it", () => {
    for (const [name, holder] of [
      ["pg-types", "Brian M. Carlson"],
      ["pgpass", "Hannes Hörl"],
      ["abstract-logging", "James Sumners"],
    ]) {
      const [, ofIt = ""] =
        new RegExp(`^${name} \\S+ \\(MIT\\)$([^]*?)\\bSOFTWARE\\.`, "m").exec(read("licences.txt")) ?? [];
      expect(ofIt).toMatch(new RegExp(`Copyright \\(c\\) .*${holder}`));
      expect(ofIt).toContain("Permission is hereby granted");
    }
  });

  it("makes the same bill, in whatever order its parts were found", () => {
    const bill = JSON.parse(read("cardbound-backend.cdx.json"));
    const whole = { name: "cardbound-backend", ...identity };
    const parts = bill.components.map((one: { name: string; version: string }) => ({
      ...one,
      type: "library" as const,
    }));
    expect(cyclonedx(whole, [...parts].reverse())).toBe(cyclonedx(whole, parts));
    expect(bill.metadata.timestamp).toBe("2026-01-01T00:00:00Z");
  });

  it("says the hash of what lies beside it", () => {
    const lines = readFileSync(path.join(made.output, "SHA256SUMS"), "utf8").trim().split("\n");
    const names = lines.map((line) => line.split("  ")[1] ?? "");
    expect(names).toEqual(["cardbound-backend-1.2.3.tgz", "cardbound-backend-1.2.3.cdx.json"]);
    expect(lines).toEqual(names.map((name) => `${sha256Of(path.join(made.output, name))}  ${name}`));
  });

  it.skipIf(leftToLongForm("the backend's package, made twice"))(
    "is the same again, bit by bit, at another place, under another umask",
    async () => {
      const elsewhere = path.join(made.output, "..", "another place");
      const before = process.umask(0o077);
      onTestFinished(() => void process.umask(before));
      const again = await makeBackendPackage(identity, elsewhere);
      expect(sha256Of(again)).toBe(sha256Of(made.archive));
    },
    120_000,
  );

  it("serves from a folder with nothing else, may read nothing else, and ends with 0 at SIGTERM", async () => {
    const state = path.join(made.folder, "state");
    mkdirSync(state);
    // Node refuses every other file, a process of its own, and what is not JavaScript (nodejs.org/api/permissions.html).
    const alone = ["--permission", `--allow-fs-read=${made.folder}`, `--allow-fs-write=${state}`];
    const environment = { ...right, DATABASE_FILE: path.join(state, "ledger.db"), DRAIN_SECONDS: "0" };
    const { url, log, stop } = await startUnpacked(made.folder, environment, alone);
    expect(await (await fetch(url + routes.health)).json()).toEqual({ status: "ok" });
    expect((await fetch(url + routes.openapi)).status).toBe(200);
    expect(readdirSync(state)).toContain("ledger.db");
    expect(await stop()).toBe(0);
    expect(log()).toContain(`"event":"backend_started","version":"${identity.version}"`);
  }, 60_000);

  it("says which Node it needs where this one has no SQLite", () => {
    const older = ["--no-experimental-sqlite", path.join(made.folder, "cardbound-backend.js")];
    const { status, stderr } = spawnSync(process.execPath, older, { encoding: "utf8", env: {} });
    expect([status, stderr]).toEqual([
      1,
      `The partner backend needs Node 24 (or 22, from 22.22), and this is ${process.versions.node}.\n`,
    ]);
  }, 60_000);

  it("answers the container's health check, which fails once it has ended", async () => {
    const environment = { ...right, DATABASE_FILE: path.join(made.folder, "asked.db"), DRAIN_SECONDS: "0" };
    const { url, stop } = await startUnpacked(made.folder, environment);
    const check = () => {
      const env = { PORT: new URL(url).port };
      return spawnSync(process.execPath, ["container/check-health.js"], { cwd: made.folder, env }).status;
    };
    const asked = check();
    await stop();
    expect([asked, check()]).toEqual([0, 1]);
  }, 60_000);

  it("its image starts what is in the package, as the user that Kubernetes expects", () => {
    const said = (instruction: string) =>
      [...read("container/Containerfile").matchAll(new RegExp(`^\\s*${instruction} (.*)$`, "gm"))].at(-1)?.[1] ?? "";
    for (const command of [said("ENTRYPOINT"), said("CMD")]) {
      const [program, script = ""] = JSON.parse(command); // as a list: there is no shell
      expect(program).toBe("/usr/local/bin/node");
      expect(existsSync(path.join(made.folder, path.relative("/opt/cardbound-backend", script)))).toBe(true);
    }
    const user = /runAsUser: (\d+)/.exec(read("kubernetes/several/deployment.yaml"))?.[1];
    expect(said("USER")).toBe(`${user}:${user}`);
  });
});
