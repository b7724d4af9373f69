import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { installedElectron } from "../../build/prepare/electron-runtime.mjs";
import { tokenLibraryOf } from "../../build/token-library.ts";
import type { MadePackages } from "./made-packages.ts";

interface Bill {
  readonly components: readonly {
    name: string;
    version?: string;
    licenses?: unknown[];
    purl?: string;
    hashes?: unknown[];
  }[];
}

/**
 * That the bill of materials, and the licences, are of what is really in the package.
 * @param usesTokens whether its profile has modules for tokens
 */
export function describeBillOfMaterials(made: () => MadePackages, usesTokens = false): void {
  const bill = (): Bill => {
    const file = readdirSync(made().folder).find((name) =>
      new RegExp(`^${made().name}-\\d.*\\.cdx\\.json$`).test(name),
    );
    return JSON.parse(readFileSync(path.join(made().folder, file ?? ""), "utf8"));
  };
  const names = () => bill().components.map(({ name }) => name);

  it("is CycloneDX, has a licence and an address for each, and no time or number but the source's", () => {
    expect(bill()).toMatchObject({ bomFormat: "CycloneDX", specVersion: "1.6", version: 1 });
    expect(bill()).not.toHaveProperty("serialNumber");
    for (const component of bill().components) {
      expect([component.name, component.licenses]).toEqual([component.name, [{ expression: expect.any(String) }]]);
      const isFile = component.name.endsWith(".node");
      expect(component.purl).toEqual(isFile ? undefined : expect.stringMatching(/^pkg:(npm|generic)\/[^@]+@\d/));
    }
  });

  it("has what the window and main are made of, though they are built with it, and nothing of the servers or the tools", () => {
    for (const name of ["preact", "zustand", "intl-messageformat", "jose", "openid-client", "zod", "@github/keytar"])
      expect(names()).toContain(name);
    for (const name of ["fastify", "kysely", "pino", "vite", "electron-builder", "playwright"])
      expect(names()).not.toContain(name);
  });

  it("names the Electron that is shipped, with its Chromium, and keytar's native file by its hash", async () => {
    const electron = await installedElectron();
    expect(bill().components.find(({ name }) => name === "electron")?.version).toBe(electron?.version);
    expect(bill().components.find(({ name }) => name === "chromium")?.version).toMatch(/^\d+\.\d+\.\d+\.\d+$/);
    const native = bill().components.find(({ name }) => name.endsWith("keytar.node"));
    expect(native?.hashes).toEqual([{ alg: "SHA-256", content: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
  });

  it(`has ${usesTokens ? "koffi, its binary for this system, and that file by its hash" : "nothing of koffi"}`, () => {
    const system = `linux-${process.arch}`;
    const file = tokenLibraryOf(system);
    const ofKoffi = bill().components.filter(({ name }) => name.includes("koffi"));
    expect(ofKoffi.map(({ name }) => name)).toEqual(usesTokens ? [file, `@koromix/koffi-${system}`, "koffi"] : []);
    if (!usesTokens) return;
    const unpacked = path.join(made().application, "resources/app.asar.unpacked/node_modules", file);
    const content = createHash("sha256").update(readFileSync(unpacked)).digest("hex");
    expect(ofKoffi[0]?.hashes).toEqual([{ alg: "SHA-256", content }]);
    for (const { hashes } of ofKoffi.slice(1))
      expect(hashes).toEqual([{ alg: "SHA-512", content: expect.stringMatching(/^[0-9a-f]{128}$/) }]);
  });

  it("has the same packages as the licences that are shipped", () => {
    const licences = readFileSync(path.join(made().application, "licences.txt"), "utf8");
    const listed = [...licences.matchAll(/^(\S+) \d\S* \([^)]+\)$/gm)].map(([, name]) => name);
    const ofElectron = ["chromium", "node", "v8"];
    const shipped = names().filter((name) => !ofElectron.includes(name) && !name.endsWith(".node"));
    expect(listed.sort()).toEqual(shipped.sort());
  });
}
