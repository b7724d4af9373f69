import { afterEach, expect, it } from "vitest";
import type { SettingsView } from "../../../src-contract/bridge/settings-view.ts";
import { store } from "../../../src-renderer/store.ts";
import {
  direction,
  firstWords,
  loadPanelWords,
  loadWords,
  locale,
  type SpokenLanguage,
  words,
} from "../../../src-renderer/words/words.ts";
import { importAnew } from "../import-anew.ts";

afterEach(() => store.setState(store.getInitialState(), true));

it.each<[SpokenLanguage | null, string, string, "ltr" | "rtl"]>([
  [null, "Settings", "en", "ltr"],
  ["en", "Settings", "en", "ltr"],
  ["de", "Einstellungen", "de", "ltr"],
  ["es", "Ajustes", "es", "ltr"],
  ["ar-XB", "\u202eSettings\u202c", "en", "rtl"],
])("the window speaks the language of its settings: %s", async (language, settings, itsLocale, itsDirection) => {
  await loadWords(language ?? "en");
  if (language !== null) store.setState({ settings: { language } as unknown as SettingsView });
  expect([firstWords().common.settings, locale(), direction()]).toEqual([settings, itsLocale, itsDirection]);
});

it("before all texts are read there are those of the first screen, and no others by mistake", async () => {
  const anew = await importAnew(() => import("../../../src-renderer/words/words.ts"));
  await anew.loadWords("en");
  expect(anew.firstWords().signIn.title).toBe("Sign in");
  expect(anew.words).toThrow("the words of en are not loaded");
  await anew.loadPanelWords();
  expect(anew.words().cards.title).toBe("Your cards");
});

it("the texts of a language are made ready once", async () => {
  await loadPanelWords();
  const before = words();
  await Promise.all([loadWords("fr"), loadWords("en")]);
  store.setState({ settings: { language: "fr" } as SettingsView });
  expect(words()).not.toBe(before);
  store.setState({ settings: { language: "en" } as SettingsView });
  expect(words()).toBe(before);
});

it("a language that was not loaded is no silent English", async () => {
  const [anew, ownStore] = await importAnew(() =>
    Promise.all([import("../../../src-renderer/words/words.ts"), import("../../../src-renderer/store.ts")]),
  );
  ownStore.store.setState({ settings: { language: "it" } as SettingsView });
  expect(anew.words).toThrow("the words of it are not loaded");
});
