import type { Settings, SettingsView } from "../src-contract/bridge/settings-view.ts";
import type { Failure } from "../src-contract/errors/result.ts";
import { bridge } from "./bridge.ts";
import { store } from "./store.ts";
import { direction, locale } from "./words/words.ts";

/** Asks for the settings before anything is drawn, so that the first screen speaks the cardholder's language. */
export async function loadSettings(): Promise<void> {
  const result = await bridge().getSettings();
  if (result.ok) take(result.value);
}

let last: Promise<unknown> = Promise.resolve();

/**
 * Changes one of the settings; it takes effect at once. One change after the other: main is told all the settings each time,
 * and a second one must not bring back what was before the first.
 * @returns why they are as before, where it failed
 */
export function changeSetting(change: Partial<Settings>): Promise<Failure | null> {
  const changed = last.then(async () => {
    const { settings } = store.getState();
    if (settings === null) return null; // there was nothing to choose from
    const result = await bridge().changeSettings({ ...settings.settings, ...change });
    if (!result.ok) return result;
    take(result.value);
    return null;
  });
  last = changed;
  return changed;
}

/** The document says which language it is in before anything is drawn in it. */
function take(settings: SettingsView): void {
  store.setState({ settings });
  document.documentElement.lang = locale();
  document.documentElement.dir = direction();
}
