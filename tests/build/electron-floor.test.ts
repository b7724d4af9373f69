import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { ELECTRON_FLOOR, electronFloor } from "../../build/electron-floor.ts";
import { root } from "../../build/paths.mjs";
import { installedElectron } from "../../build/prepare/electron-runtime.mjs";
import { whyNoStart } from "../../src-main/shell/why-no-start.ts";
import { releaseFolder } from "../security/bundle.ts";

const inElectron = (electron: string, floor: string) =>
  whyNoStart({ argv: ["cardbound"], env: {}, versions: { electron }, platform: "linux" }, true, floor);

it("the Electron that package.json pins is one exact version, and not below the floor", () => {
  const { devDependencies } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
  expect(devDependencies.electron).toMatch(/^\d+\.\d+\.\d+$/);
  expect(inElectron(devDependencies.electron, ELECTRON_FLOOR)).toBe(null);
});

it("a release has the floor in it, and only where there is no other Electron the fallback's version", async () => {
  const electron = await installedElectron();
  const floor = electron?.fallback ? electron.version : ELECTRON_FLOOR;
  expect(electronFloor(root)).toBe(floor);
  expect(electronFloor("/proc/none")).toBe(ELECTRON_FLOOR);
  expect(readFileSync(path.join(releaseFolder, "main/index.js"), "utf8").includes(`\`${floor}\``)).toBe(true);
  expect(inElectron("33.2.1", ELECTRON_FLOOR)).toMatchObject({ by: "runtime" });
});
