import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { loadConfigFromFile } from "vite";
import { afterEach, expect, it, vi } from "vitest";
import { writeProfiles } from "./written-profiles.ts";

const { folder, fileOf } = writeProfiles();
afterEach(() => vi.unstubAllEnvs());

/** What is read here of electron-vite's configuration. */
interface MainBuild {
  readonly define: Readonly<Record<string, string>>;
  readonly plugins: readonly {
    readonly name: string;
    generateBundle?(this: { emitFile: (file: { fileName: string }) => void }): void;
  }[];
}

/** What main is built with from a profile, as `npm start` does. */
async function mainOf(written: object) {
  const profile = { product_name: "Fjord", backend_origin: "https://cards.fjord.example", ...written };
  vi.stubEnv("CARDBOUND_PROFILE", fileOf(JSON.stringify(profile)));
  const loaded = await loadConfigFromFile(
    { command: "build", mode: "production" },
    "electron.vite.config.ts",
    undefined,
    undefined,
    undefined,
    "runner", // the usual one writes into node_modules, which belongs to the clone's owner
  );
  const { define, plugins } =
    (loaded?.config as { main?: MainBuild } | undefined)?.main ?? expect.fail("no build of main");
  const files: string[] = [];
  const scripts = plugins.find(({ name }) => name === "cardbound:device-data");
  scripts?.generateBundle?.call({ emitFile: ({ fileName }) => files.push(fileName) });
  return { deviceData: JSON.parse(define.__DEVICE_DATA__ ?? ""), files };
}

it("has the profile's script for device data, where it names one", async () => {
  mkdirSync(path.join(folder, "device-data"), { recursive: true });
  for (const name of ["collect.js", "agent.js"]) writeFileSync(path.join(folder, "device-data", name), "");
  const written = { device_data: { folder: "device-data", domains: ["vendor.example"] } };
  expect(await mainOf(written)).toEqual({
    deviceData: { folder: null, domains: ["vendor.example"] },
    files: ["device-data/agent.js", "device-data/collect.js"],
  });
  expect(await mainOf({})).toEqual({ deviceData: null, files: [] });
});
