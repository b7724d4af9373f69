import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { openCurrentSettings } from "../../../src-main/settings/current-settings.ts";
import { openRendering } from "../../../src-main/settings/rendering.ts";
import { readSettings } from "../../../src-main/settings/settings-file.ts";
import { createTextSizeSteps } from "../../../src-main/shell/text-size-steps.ts";
import { catchOutput } from "../../security/quiet-stderr.ts";

catchOutput();

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "cardbound-text-size-"));
});
afterEach(() => rm(folder, { recursive: true }));
const file = () => path.join(folder, "settings.json");

/** The window's zoom and the settings, put together as the shell does. */
function start() {
  let zoom = 1;
  let told = 0;
  const settings = openCurrentSettings({
    file: file(),
    captureHiding: "works",
    rendering: openRendering(path.join(folder, "rendering.json"), false),
    keychain: "secret-service",
    systemLanguages: () => ["en"],
    hasScreenReader: () => false,
    drawsInHardware: () => true,
  });
  const contents = {
    getZoomFactor: () => zoom,
    setZoomFactor: (factor: number) => {
      zoom = factor;
    },
  };
  const steps = createTextSizeSteps({ contents, settings, tell: () => told++ });
  settings.follow((view) => contents.setZoomFactor(steps.asDrawn(view).settings.textSize / 100));
  return { steps, settings, percent: () => Math.round(zoom * 100), told: () => told };
}

it("no step is taken back by one that is kept only after it", async () => {
  const { steps, percent, told } = start();
  const first = steps.change(1);
  const second = steps.change(1);
  await first;
  expect(percent()).toBe(125);
  await Promise.all([second, steps.change(1), steps.change(1)]);
  expect([percent(), readSettings(file()).textSize, told()]).toEqual([175, 175, 4]);
});

it("another setting that is kept meanwhile takes no step back", async () => {
  const { steps, settings, percent } = start();
  const theme = settings.change({ theme: "dark" });
  const larger = steps.change(1);
  await theme;
  expect(percent()).toBe(110);
  await larger;
  expect(readSettings(file())).toMatchObject({ theme: "dark", textSize: 110 });
});

it("a size that is chosen in the settings is drawn", async () => {
  const { steps, settings, percent } = start();
  await steps.change(1);
  await settings.change({ textSize: 200 });
  expect(percent()).toBe(200);
});

it("a size that cannot be kept is drawn all the same, and so is the next", async () => {
  const { steps, percent, told } = start();
  await mkdir(path.join(file(), "in-the-way"), { recursive: true });
  await steps.change(1);
  await steps.change(1);
  expect([percent(), told()]).toEqual([125, 0]);
});
