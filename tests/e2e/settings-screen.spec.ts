import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Page } from "playwright";
import { rare } from "../long-form.ts";
import { expect, test } from "./fixtures.ts";
import { windowTest } from "./shared-app.ts";

const kept = async (folder: string) =>
  JSON.parse(await readFile(path.join(folder, "profile", "settings.json"), "utf8")).settings;

async function openSettings(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Settings" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Settings" })).toBeVisible();
}

test("a language is chosen by its own name, is spoken at once, and by the next start", async ({ launch, folder }) => {
  const first = await launch();
  const { page } = first;
  await openSettings(page);
  const german = page.getByRole("group", { name: "Language" }).getByRole("radio", { name: "Deutsch" });
  await expect(page.locator("[lang=de]")).toHaveText("Deutsch");
  await german.check();
  await expect(page.getByRole("heading", { level: 1, name: "Einstellungen" })).toBeVisible();
  await expect(page.getByRole("main").getByRole("status")).toHaveText("Sprache: Deutsch. Gespeichert.");
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  await expect(page.getByRole("radio", { name: "Deutsch" }), "the keyboard keeps its place").toBeFocused();
  expect((await kept(folder)).language).toBe("de");
  await page.getByRole("button", { name: "Fertig" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Anmelden" })).toBeVisible();
  await first.app.close();
  const second = await launch();
  await expect(second.page.getByRole("heading", { level: 1, name: "Anmelden" })).toBeVisible();
});

test("every setting is chosen with the keyboard alone, each said when it is done", async ({ page, folder }) => {
  await openSettings(page);
  const said = page.getByRole("main").getByRole("status");
  const tabTo = async (name: string) => {
    for (let i = 0; i < 12 && !(await isFocused(page, name)); i++) await page.keyboard.press("Tab");
    expect(await isFocused(page, name)).toBe(true);
  };
  await page.getByRole("heading", { level: 1 }).focus();
  await page.keyboard.press("Tab"); // the language
  await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown"); // faster than main answers
  await expect(said).toHaveText("Appearance: Dark. Saved.");
  await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowDown");
  await expect(said).toHaveText("Text size: 110%. Saved.");
  await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowDown");
  await expect(said).toHaveText("On-screen keypad for the card PIN: On. Saved.");
  await tabTo("Turn off hardware acceleration");
  await page.keyboard.press("Space");
  await expect(said).toHaveText(/^Turn off hardware acceleration: on\. Saved\. .*the program\.$/);
  expect(await kept(folder)).toEqual({
    language: "system",
    theme: "dark",
    textSize: 110,
    keypad: "on",
    hidesFromCapture: false,
    softwareRendering: true,
  });
});

test("the control that was just used stays in sight when the text grows", async ({ page }) => {
  await openSettings(page);
  const size = page.getByLabel("Text size");
  await size.focus();
  await size.selectOption("200%");
  await expect(page.getByRole("main").getByRole("status")).toContainText("Text size: 200%.");
  await expect(size).toBeFocused();
  await expect(size).toBeInViewport({ ratio: 1 });
});

test("a setting that cannot be kept is as before, and the window says so", async ({ page, folder }) => {
  const inTheWay = path.join(folder, "profile", "settings.json");
  await mkdir(path.join(inTheWay, "in-the-way"), { recursive: true });
  await openSettings(page);
  await page.getByRole("radio", { name: "Dark" }).click();
  await expect(page.getByRole("main").getByTestId("failure")).toContainText("ERR_SETTINGS_NOT_KEPT");
  await expect(page.getByRole("alert")).toBeInViewport();
  await expect(page.getByRole("radio", { name: "Dark" })).not.toBeChecked();
  await expect(page.getByRole("main")).toHaveAttribute("data-state", "settings-failed");
  await rm(inTheWay, { recursive: true });
  await page.getByRole("radio", { name: "Dark" }).check();
  await expect(page.getByRole("alert")).toHaveCount(0);
});

test(
  "after a blank start the settings say why there is no graphics card, and lead back to it",
  rare,
  async ({ launch, folder }) => {
    await mkdir(path.join(folder, "profile"));
    await writeFile(path.join(folder, "profile", "rendering.json"), JSON.stringify({ version: 1, hardware: "blank" }));
    const first = await launch();
    await openSettings(first.page);
    const rendering = first.page.getByRole("checkbox", { name: "Turn off hardware acceleration" });
    await expect(rendering).toBeChecked();
    await expect(rendering).toHaveAccessibleDescription(/could not be drawn at an earlier start/);
    await rendering.uncheck();
    await expect(rendering).toHaveAccessibleDescription(/takes effect the next time you start the program/);
    await first.app.close();
    const second = await launch();
    await openSettings(second.page);
    await expect(second.page.getByRole("checkbox", { name: "Turn off hardware acceleration" })).not.toBeChecked();
  },
);

windowTest("hiding from capture is honest about a system that has no such thing", async ({ page }) => {
  test.skip(process.platform !== "linux", "SKIPPED: Windows and macOS have it.");
  await openSettings(page);
  const hiding = page.getByRole("checkbox", { name: "Hide this window from screenshots and screen sharing" });
  await expect(hiding).toBeDisabled();
  await expect(hiding).toHaveAccessibleDescription("This is not possible on this system.");
});

const isFocused = (page: Page, name: string) =>
  page.getByRole("checkbox", { name }).evaluate((box) => box === document.activeElement);
