import type { Page } from "playwright";
import type { Settings, SettingsView } from "../../src-contract/bridge/settings-view.ts";

/** The settings in effect, as the window is told them. */
export async function settingsOf(page: Page): Promise<SettingsView> {
  const result = await page.evaluate(() => window.bridge.getSettings());
  if (!result.ok) throw new Error(result.code);
  return result.value;
}

/** Changes some of the settings. */
export async function changeSettings(page: Page, changes: Partial<Settings>): Promise<SettingsView> {
  const result = await page.evaluate((wanted) => window.bridge.changeSettings(wanted), changes);
  if (!result.ok) throw new Error(result.code);
  return result.value;
}
