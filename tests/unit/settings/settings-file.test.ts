import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Settings } from "../../../src-contract/bridge/settings-view.ts";
import { defaultSettings, readSettings, writeSettings } from "../../../src-main/settings/settings-file.ts";

const chosen: Settings = {
  language: "fr",
  theme: "dark",
  textSize: 150,
  keypad: "shuffled",
  hidesFromCapture: true,
  softwareRendering: true,
};

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "cardbound-settings-"));
  file = path.join(folder, "settings.json");
});
afterEach(() => rm(folder, { recursive: true }));

describe("the settings' file", () => {
  it("gives back what was kept", async () => {
    await writeSettings(file, chosen);
    expect(readSettings(file)).toEqual(chosen);
    expect(await readdir(folder)).toEqual(["settings.json"]);
  });

  it("of an earlier version, which had no text size, counts", async () => {
    const { textSize, ...earlier } = chosen;
    await writeFile(file, JSON.stringify({ version: 1, settings: earlier }));
    expect(readSettings(file)).toEqual({ ...earlier, textSize: 100 });
  });

  it("need not be there", () => {
    expect(readSettings(file)).toEqual(defaultSettings);
  });

  it.each([
    ["nothing", ""],
    ["half a file", '{"version":1,"settings":{"language":"fr",'],
    ["no JSON", "settings"],
    ["bytes that are no text", Buffer.from([0xff, 0xfe, 0x00])],
    ["another version", JSON.stringify({ version: 2, settings: chosen })],
    ["a setting less", JSON.stringify({ version: 1, settings: { ...chosen, theme: undefined } })],
    ["a setting more", JSON.stringify({ version: 1, settings: { ...chosen, more: true } })],
    ["a language that there is not", JSON.stringify({ version: 1, settings: { ...chosen, language: "tlh" } })],
    ["a switch that is none", JSON.stringify({ version: 1, settings: { ...chosen, hidesFromCapture: "no" } })],
    ["a size that there is not", JSON.stringify({ version: 1, settings: { ...chosen, textSize: 1000 } })],
    ["a list", "[]"],
    ["null", "null"],
    ["far too much", JSON.stringify({ version: 1, settings: chosen }) + " ".repeat(5000)],
  ])("with %s in it is as good as none, and the next change replaces it", async (_name, text) => {
    await writeFile(file, text);
    expect(readSettings(file)).toEqual(defaultSettings);
    await writeSettings(file, chosen);
    expect(readSettings(file)).toEqual(chosen);
  });

  it("that is a folder is as good as none, and cannot be replaced", async () => {
    expect(readSettings(folder)).toEqual(defaultSettings);
    await expect(writeSettings(folder, chosen)).rejects.toMatchObject({ code: "ERR_SETTINGS_NOT_KEPT" });
  });

  it("is nobody else's to read", async () => {
    await writeSettings(file, chosen);
    const { mode } = await stat(file);
    if (process.platform !== "win32") expect(mode & 0o077).toBe(0);
    expect(JSON.parse(await readFile(file, "utf8"))).toEqual({ version: 1, settings: chosen });
  });
});
