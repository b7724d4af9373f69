import type { Settings, SettingsView } from "../src-contract/bridge/settings-view.ts";
import type { Failure } from "../src-contract/errors/result.ts";
import { bridge } from "./bridge.ts";
import { store } from "./store.ts";
import { direction, locale } from "./words/words.ts";

/** Loads the settings before anything is drawn, so the first screen is in the cardholder's language. */
export async function loadSettings(): Promise<void> {
  const result = await bridge().getSettings();
  if (result.ok) take(result.value);
}

let last: Promise<unknown> = Promise.resolve();

/**
 * Changes one setting at once. Changes run one after the other: each sends all settings to main, so a concurrent one would
 * restore the old value of the first.
 * @returns why nothing changed, if it failed
 */
export function changeSetting(change: Partial<Settings>): Promise<Failure | null> {
  const changed = last.then(async () => {
    const { settings } = store.getState();
    if (settings === null) return null; // not loaded, so nothing was shown to choose from
    const result = await bridge().changeSettings({ ...settings.settings, ...change });
    if (!result.ok) return result;
    take(result.value);
    return null;
  });
  last = changed;
  return changed;
}

/** Stores the settings, and sets the document's language before anything is drawn in it. */
function take(settings: SettingsView): void {
  store.setState({ settings });
  document.documentElement.lang = locale();
  document.documentElement.dir = direction();
}
