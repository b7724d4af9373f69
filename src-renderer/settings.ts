import type { Settings, SettingsView } from "../src-contract/bridge/settings-view.ts";
import type { Failure } from "../src-contract/errors/result.ts";
import { bridge } from "./bridge.ts";
import { store } from "./store.ts";
import { unreadable } from "./unreadable.ts";
import { direction, loadWords, locale } from "./words/words.ts";

let last: Promise<unknown> = Promise.resolve();

/** One after the other: the words of one language may take longer to read than those that were chosen after it. */
function inTurn<T>(run: () => Promise<T>): Promise<T> {
  const done = last.then(run);
  last = done.catch(() => null); // the next one does not fail with it
  return done;
}

/**
 * Loads the settings: before anything is drawn, so the first screen is in the cardholder's language, and after a change.
 * Without an answer the window goes on with those that it has, or in English.
 * @returns why the window is not in their language; null if it is
 */
export const loadSettings = (): Promise<Failure | null> =>
  inTurn(async () => {
    const result = await bridge().getSettings();
    if (result.ok) return take(result.value);
    if (store.getState().settings === null) await loadWords("en");
    return null;
  });

/**
 * Changes one setting at once.
 * @returns why nothing changed, if it failed
 */
export const changeSetting = (change: Partial<Settings>): Promise<Failure | null> =>
  inTurn(async () => {
    const { settings } = store.getState();
    if (settings === null) return null; // not loaded, so nothing was shown to choose from
    const result = await bridge().changeSettings(change);
    if (!result.ok) return result;
    const failure = await take(result.value);
    if (failure === null || change.language === undefined) return null;
    // Or the menu and the next start would be in a language that the window cannot speak.
    const back = await bridge().changeSettings({ language: settings.settings.language });
    if (back.ok) await take(back.value);
    return failure;
  });

/**
 * Stores the settings, and sets the document's language before anything is drawn in it. If its words cannot be read, the
 * language stays as it was, or is English at the start.
 */
async function take(settings: SettingsView): Promise<Failure | null> {
  try {
    await loadWords(settings.language, settings.keychain);
  } catch {
    const spoken = store.getState().settings?.language;
    if (spoken === undefined) await loadWords("en", settings.keychain);
    show({ ...settings, language: spoken ?? "en" });
    return unreadable;
  }
  show(settings);
  return null;
}

function show(settings: SettingsView): void {
  store.setState({ settings });
  document.documentElement.lang = locale();
  document.documentElement.dir = direction();
}
