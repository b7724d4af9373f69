// Attacker: somebody who writes into the profile. Way: settings, a window's place or a record of starts with more in them
// than there is. Impact: the app goes to another backend, never locks, or loads foreign code.
// docs/threat-model.md#settings-decide-nothing
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openRendering } from "../../src-main/settings/rendering.ts";
import { defaultSettings, readSettings } from "../../src-main/settings/settings-file.ts";
import { webPreferences, windowOptions } from "../../src-main/shell/window.ts";
import { fitWindowPlace, readWindowPlace } from "../../src-main/shell/window-place.ts";
import { asSession, FakeSession } from "./fake-electron.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "cardbound-planted-"));
});
afterEach(() => rm(folder, { recursive: true }));
const plant = async (contents: unknown) => {
  const file = path.join(folder, "planted.json");
  await writeFile(file, JSON.stringify(contents));
  return file;
};
const main = { x: 0, y: 0, width: 1920, height: 1080 };

const planted = {
  backendOrigin: "https://evil.example",
  devTools: true,
  sandbox: false,
  lockTimes: { quietMs: 1e12, warningMs: 1 },
  webPreferences: { nodeIntegration: true },
  policy: { weakPins: "allow" },
  preload: "/tmp/evil.cjs",
};

describe("what is planted", () => {
  it("beside the settings makes the whole file worth nothing", async () => {
    for (const [name, value] of Object.entries(planted)) {
      const settings = { ...defaultSettings, theme: "dark", [name]: value };
      expect(readSettings(await plant({ version: 1, settings }))).toEqual(defaultSettings);
      const beside = { version: 1, settings: { ...defaultSettings, theme: "dark" }, [name]: value };
      expect(readSettings(await plant(beside))).toEqual(defaultSettings);
    }
  });

  it("as settings is a closed list, in which nothing decides about safety", async () => {
    expect(Object.keys(defaultSettings).sort()).toEqual([
      "hidesFromCapture",
      "keypad",
      "language",
      "softwareRendering",
      "textSize",
      "theme",
    ]);
  });

  it("as a prototype reaches no settings", async () => {
    const file = path.join(folder, "planted.json");
    const settings = JSON.stringify(defaultSettings).slice(0, -1);
    await writeFile(file, `{"version":1,"settings":${settings},"__proto__":{"devTools":true}}}`);
    expect(readSettings(file)).toEqual(defaultSettings);
    expect("devTools" in {}).toBe(false);
  });

  it("as the window's place moves the window and changes nothing else of it", async () => {
    const place = { version: 1, x: 1, y: 2, width: 800, height: 700, isMaximized: false };
    for (const [name, value] of Object.entries(planted)) {
      expect(readWindowPlace(await plant({ ...place, [name]: value }))).toBeNull();
    }
    const bounds = fitWindowPlace(readWindowPlace(await plant(place)), [main]);
    const session = asSession(new FakeSession());
    const options = { ...windowOptions("/app/preload/index.cjs", session), ...bounds };
    expect(options.webPreferences).toEqual({ ...webPreferences, preload: "/app/preload/index.cjs", session });
    expect(Object.keys(bounds).sort()).toEqual(["height", "width", "x", "y"]);
  });

  it("as the record of starts can take the graphics card away, and no more", async () => {
    const rendering = openRendering(await plant({ version: 1, hardware: "blank" }), false);
    expect(rendering.because).toBe("blank-start");
    expect(openRendering(await plant({ version: 1, hardware: "blank", ...planted }), false).because).toBeNull();
  });
});
