import type { Page } from "playwright";
import { languages } from "../../src-contract/rules/languages.ts";
import { de } from "../../src-renderer/words/de.ts";
import { en } from "../../src-renderer/words/en.ts";
import { es } from "../../src-renderer/words/es.ts";
import { fr } from "../../src-renderer/words/fr.ts";
import { it } from "../../src-renderer/words/it.ts";
import { PASSCODE } from "./cardholder.ts";
import { expect, test } from "./fixtures.ts";

const words = { de, en, es, fr, it };

/** Presses Tab until the element has the focus, as somebody does who has no pointer. */
async function tabTo(page: Page, role: "button" | "textbox", name: string | RegExp): Promise<void> {
  const wanted = page.getByRole(role, typeof name === "string" ? { name, exact: true } : { name }).first();
  await expect(wanted).toBeVisible();
  for (let presses = 0; presses < 40; presses++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`no way to ${name} with the Tab key`);
}

async function press(page: Page, name: string | RegExp): Promise<void> {
  await tabTo(page, "button", name);
  await page.keyboard.press("Enter");
}

/** Waits for the field to have the focus by itself, and types. */
async function typeInto(page: Page, label: string, text: string): Promise<void> {
  await expect(page.getByLabel(label, { exact: true })).toBeFocused();
  await page.keyboard.type(text);
  await page.keyboard.press("Enter");
}

const heading = (page: Page, name: string) =>
  expect(page.getByRole("heading", { level: 1, name, exact: true })).toBeVisible();

/** Which screens were shown for the cardholder to act on, one after the other. */
async function noteScreens(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const seen: string[] = [];
    const note = () => {
      const screen = document.querySelector("main h1")?.textContent ?? "";
      if (screen !== "" && seen.at(-1) !== screen) seen.push(screen);
      document.body.dataset.screens = JSON.stringify(seen);
    };
    note();
    new MutationObserver(note).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  return () => page.evaluate(() => JSON.parse(document.body.dataset.screens ?? "[]"));
}

for (const language of languages) {
  test(`${language}: from the start to a changed PIN by keyboard and by what the screens say`, async ({
    launch,
    sandbox,
  }) => {
    const text = words[language];
    const args = [`--language=${language}`];
    const first = await launch({ args });
    await heading(first.page, text.signIn.title);
    expect(await first.page.evaluate(() => document.documentElement.lang)).toBe(language);
    await press(first.page, "Ada Single");
    await heading(first.page, text.binding.nameTitle);
    await press(first.page, text.binding.send);
    await heading(first.page, text.binding.codeTitle);
    const [message] = await sandbox.inbox();
    await typeInto(first.page, text.code.label, message?.code ?? "");
    await heading(first.page, text.passcode.setTitle);
    await expect(first.page.getByLabel(text.passcode.label, { exact: true })).toBeFocused();
    await first.page.keyboard.type(PASSCODE);
    await first.page.keyboard.press("Tab");
    await first.page.keyboard.type(PASSCODE);
    await first.page.keyboard.press("Enter");
    await heading(first.page, text.cards.title);
    await first.app.close();

    const { page } = await launch({ args });
    await heading(page, text.signIn.title);
    const screens = await noteScreens(page);
    await press(page, "Ada Single");
    await heading(page, text.cards.title);
    const card = page.getByTestId("card");
    const cardId = (await card.getAttribute("data-card-id")) ?? "";
    await press(page, (await card.getByRole("button").getAttribute("aria-label")) ?? "");
    await typeInto(page, text.pin.newPin, "7305");
    await typeInto(page, text.pin.again, "7305");
    await typeInto(page, text.passcode.label, PASSCODE);
    await heading(page, text.outcome.changed.title);
    expect(await sandbox.hasPin(cardId, "7305")).toEqual({ matches: true, changes: 1 });
    // Three to act on, and two to watch: the change on its way, and how it ended.
    expect(await screens()).toEqual([
      text.signIn.title,
      text.cards.title,
      text.pin.title,
      text.sending.title,
      text.outcome.changed.title,
    ]);
  });
}

test("the language is changed with the keyboard, at once, and stays over a restart", async ({ launch }) => {
  const { page, app } = await launch();
  await press(page, en.common.settings);
  await heading(page, en.settings.title);
  const french = page.getByRole("radio", { name: "Français" });
  await page.getByRole("radio", { checked: true }).first().focus();
  for (let presses = 0; presses < 8 && !(await french.isChecked()); presses++) await page.keyboard.press("ArrowDown");
  await heading(page, fr.settings.title);
  await press(page, fr.common.done);
  await heading(page, fr.signIn.title);
  await app.close();
  const again = await launch();
  await heading(again.page, fr.signIn.title);
});
