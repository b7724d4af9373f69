import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { DesktopBridge } from "../../src-contract/bridge/desktop-bridge.ts";
import type { Settings } from "../../src-contract/bridge/settings-view.ts";
import type { Language } from "../../src-contract/rules/languages.ts";
import { changeSetting, loadSettings } from "../../src-renderer/settings.ts";
import { store } from "../../src-renderer/store.ts";
import { firstWords } from "../../src-renderer/words/words.ts";
import { firstSettings, ok } from "../screens/ordinary-answers.ts";

/** None of the window's files has its words, as if the one that has them could not be read. */
const unread = "xx" as Language;
const unreadable = { ok: false, code: "ERR_INTERNAL" };

/** What main keeps. */
let kept: Settings;
const answer = () =>
  ok({
    settings: kept,
    language: kept.language === "system" ? "en" : kept.language,
    captureHiding: "works",
    screenReader: false,
    rendering: { now: "hardware", because: null, changesAtNextStart: false },
    keychain: "secret-service",
  } as const);
const shown = () => [firstWords().common.settings, store.getState().settings?.settings];

beforeEach(() => {
  kept = firstSettings;
  const bridge: Partial<DesktopBridge> = {
    getSettings: async () => answer(),
    async changeSettings(change) {
      kept = { ...kept, ...change };
      return answer();
    },
  };
  vi.stubGlobal("window", { bridge });
  vi.stubGlobal("document", { documentElement: {} });
  store.setState(store.getInitialState(), true);
});
afterEach(() => {
  store.setState(store.getInitialState(), true);
  vi.unstubAllGlobals();
});

it("of languages that are chosen quickly the last is spoken, although its words are at hand first", async () => {
  await loadSettings();
  kept = { ...kept, language: "it" }; // by then main has it, as the menu would have changed it
  await Promise.all([loadSettings(), changeSetting({ language: "en" })]);
  expect(shown()).toEqual(["Settings", { ...firstSettings, language: "en" }]);
});

it("sends what was chosen alone, so that what main has changed meanwhile stays", async () => {
  await loadSettings();
  kept = { ...kept, textSize: 150 };
  expect(await changeSetting({ theme: "dark" })).toBeNull();
  expect(shown()).toEqual(["Settings", { ...firstSettings, theme: "dark", textSize: 150 }]);
});

it("a language whose words cannot be read is not taken, by main neither, and that is told", async () => {
  await loadSettings();
  await changeSetting({ language: "de" });
  expect(await changeSetting({ language: unread })).toEqual(unreadable);
  expect(shown()).toEqual(["Einstellungen", { ...firstSettings, language: "de" }]);
  expect(kept.language).toBe("de");
});

it("at the start the window is in English then, says why, and takes other choices", async () => {
  kept = { ...kept, language: unread };
  expect(await loadSettings()).toEqual(unreadable);
  expect(shown()[0]).toBe("Settings");
  expect(await changeSetting({ theme: "dark" })).toBeNull();
  expect(kept).toEqual({ ...firstSettings, language: unread, theme: "dark" });
});
