import type { Failure } from "../src-preload/contract/result.ts";
import type { Settings, SettingsView } from "../src-preload/contract/settings.ts";
import { bridge } from "./bridge.ts";
import { store } from "./store.ts";
import { speak } from "./words/words.ts";

/** Asks for the settings before anything is drawn, so that the first screen speaks the cardholder's language. */
export async function loadSettings(): Promise<void> {
  const result = await bridge().getSettings();
  if (result.ok) take(result.value);
}

/** Changes the settings; they take effect at once. @returns why they are as before, where it failed */
export async function changeSettings(settings: Settings): Promise<Failure | null> {
  const result = await bridge().changeSettings(settings);
  if (!result.ok) return result;
  take(result.value);
  return null;
}

function take(settings: SettingsView): void {
  speak(settings.language);
  store.setState({ settings });
}
