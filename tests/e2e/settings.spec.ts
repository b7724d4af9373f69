import { writeFile } from "node:fs/promises";
import path from "node:path";
import type { Page } from "playwright";
import { rare } from "../long-form.ts";
import { changeSettings, settingsOf } from "./change-settings.ts";
import { expect, type RunningApp, test } from "./fixtures.ts";

async function isDark(page: Page): Promise<boolean> {
  await page.emulateMedia({ colorScheme: null }); // Playwright would have every page light
  return page.evaluate(() => matchMedia("(prefers-color-scheme: dark)").matches);
}
const menuOf = ({ app }: RunningApp) =>
  app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label.replace("&", "")));

test("language and theme take effect at once and survive a restart", async ({ launch }) => {
  const first = await launch();
  expect(await menuOf(first)).toContain("View");
  const view = await changeSettings(first.page, { language: "de", theme: "dark", keypad: "shuffled" });
  expect(view).toMatchObject({ language: "de", settings: { language: "de", theme: "dark", keypad: "shuffled" } });
  expect(await menuOf(first)).toContain("Ansicht");
  await expect.poll(() => isDark(first.page)).toBe(true);
  await changeSettings(first.page, { theme: "light" });
  await expect.poll(() => isDark(first.page)).toBe(false);
  await changeSettings(first.page, { theme: "dark" });
  await first.app.close();

  const second = await launch();
  expect(await settingsOf(second.page)).toEqual(view);
  expect(await menuOf(second)).toContain("Ansicht");
  expect(await isDark(second.page)).toBe(true);
});

test("without a choice the window is in the system's language, or in English", rare, async ({ launch }) => {
  const spanish = await launch({ args: ["--language=es-MX"] });
  expect(await settingsOf(spanish.page)).toMatchObject({ language: "es", settings: { language: "system" } });
  await spanish.app.close();
  const polish = await launch({ args: ["--language=pl"] });
  expect((await settingsOf(polish.page)).language).toBe("en");
});

test(
  "settings that cannot be read are as before any choice, and the next choice replaces them",
  rare,
  async ({ launch, folder }) => {
    const first = await launch();
    await changeSettings(first.page, { theme: "dark" });
    await first.app.close();
    await writeFile(path.join(folder, "profile", "settings.json"), '{"version":1,"settings":{"theme":"da');
    const second = await launch();
    expect((await settingsOf(second.page)).settings.theme).toBe("system");
    await changeSettings(second.page, { theme: "light" });
    await second.app.close();
    expect((await settingsOf((await launch()).page)).settings.theme).toBe("light");
  },
);
