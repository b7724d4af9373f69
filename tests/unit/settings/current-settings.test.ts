import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { SettingsView } from "../../../src-contract/bridge/settings-view.ts";
import { openCurrentSettings } from "../../../src-main/settings/current-settings.ts";
import type { HardwareRecord } from "../../../src-main/settings/hardware-record.ts";
import { openRendering } from "../../../src-main/settings/rendering.ts";
import { defaultSettings, readSettings, writeSettings } from "../../../src-main/settings/settings-file.ts";
import { keepRecord } from "./keep-record.ts";

let folder: string;
const settingsFile = () => path.join(folder, "settings.json");
const recordFile = () => path.join(folder, "rendering.json");
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "cardbound-settings-"));
});
afterEach(() => rm(folder, { recursive: true }));

/** A start of the app on what an earlier one left. */
function start({ drawsInHardware = true, systemLanguages = ["en-GB"] } = {}) {
  const rendering = openRendering(recordFile(), readSettings(settingsFile()).softwareRendering);
  return openCurrentSettings({
    file: settingsFile(),
    captureHiding: "works",
    rendering,
    keychain: "secret-service",
    systemLanguages: () => systemLanguages,
    hasScreenReader: () => false,
    drawsInHardware: () => drawsInHardware,
  });
}
const record = (hardware: HardwareRecord) => keepRecord(recordFile(), hardware);

describe("a change", () => {
  it("is in effect at once, told to who follows, and there at the next start", async () => {
    const settings = start({ systemLanguages: ["de-DE"] });
    const followed: SettingsView[] = [];
    settings.follow((view) => followed.push(view));
    expect(followed).toMatchObject([{ language: "de", settings: { theme: "system" } }]);
    const view = await settings.change({ ...defaultSettings, language: "es", theme: "dark" });
    expect(view).toMatchObject({ language: "es", settings: { theme: "dark" } });
    expect(followed[1]).toEqual(view);
    expect(start().view()).toEqual(view);
  });

  it("that cannot be kept changes nothing", async () => {
    const settings = start();
    const followed: SettingsView[] = [];
    settings.follow((view) => followed.push(view));
    await mkdir(path.join(settingsFile(), "in-the-way"), { recursive: true });
    await expect(settings.change({ ...defaultSettings, theme: "dark" })).rejects.toMatchObject({
      code: "ERR_SETTINGS_NOT_KEPT",
    });
    expect(settings.view().settings.theme).toBe("system");
    expect(followed).toHaveLength(1);
  });

  it("comes after the one before it", async () => {
    const settings = start();
    await Promise.all(
      (["dark", "light", "dark"] as const).map((theme) => settings.change({ ...defaultSettings, theme })),
    );
    expect(readSettings(settingsFile()).theme).toBe("dark");
  });

  it("leaves the others as a change that is still under way will have them", async () => {
    const settings = start();
    const [, view] = await Promise.all([settings.change({ theme: "dark" }), settings.change({ textSize: 125 })]);
    expect(view.settings).toEqual({ ...defaultSettings, theme: "dark", textSize: 125 });
    expect(readSettings(settingsFile())).toEqual(view.settings);
  });
});

describe("rendering", () => {
  it.each([
    ["as usual", false, "unknown", true, { now: "hardware", because: null }],
    ["without a graphics card", false, "seen", false, { now: "software", because: "none-available" }],
    ["as chosen", true, "seen", true, { now: "software", because: "chosen" }],
    ["after a blank start", false, "blank", true, { now: "software", because: "blank-start" }],
    ["chosen after a blank start", true, "blank", true, { now: "software", because: "chosen" }],
  ] as const)("%s", async (_name, softwareRendering, hardware, drawsInHardware, expected) => {
    await writeSettings(settingsFile(), { ...defaultSettings, softwareRendering });
    await record(hardware);
    const { settings, rendering } = start({ drawsInHardware }).view();
    expect(rendering).toEqual({ ...expected, changesAtNextStart: false });
    expect(settings.softwareRendering).toBe(softwareRendering || hardware === "blank");
  });

  it("stays as it fell back when something else is changed, and is not taken for chosen", async () => {
    await record("blank");
    const settings = start();
    await settings.change({ ...settings.view().settings, theme: "dark" });
    expect(readSettings(settingsFile()).softwareRendering).toBe(false);
    expect(start().view().rendering.because).toBe("blank-start");
  });

  it.each([
    ["a blank start", false],
    ["a blank start that was then chosen", true],
  ])("goes back to the graphics card after %s", async (_name, softwareRendering) => {
    await writeSettings(settingsFile(), { ...defaultSettings, softwareRendering });
    await record("blank");
    const settings = start();
    const { rendering } = await settings.change({ ...settings.view().settings, softwareRendering: false });
    expect(rendering).toMatchObject({ now: "software", changesAtNextStart: true });
    expect(start().view().rendering).toEqual({ now: "hardware", because: null, changesAtNextStart: false });
  });

  it("says when the choice was taken back before it took effect", async () => {
    const settings = start();
    const choose = (softwareRendering: boolean) => settings.change({ ...defaultSettings, softwareRendering });
    expect((await choose(true)).rendering).toMatchObject({ now: "hardware", changesAtNextStart: true });
    expect((await choose(false)).rendering).toMatchObject({ now: "hardware", changesAtNextStart: false });
  });
});
