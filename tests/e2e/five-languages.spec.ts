import type { Page } from "playwright";
import { codeLanguageFor, languages } from "../../src-contract/rules/languages.ts";
import { runs } from "../long-form.ts";
import { catalogues } from "../unit/words/read-messages.ts";
import { expectHeading, PASSCODE } from "./cardholder.ts";
import { changeSettings } from "./change-settings.ts";
import { expect } from "./fixtures.ts";
import { windowTest } from "./shared-app.ts";

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

for (const language of runs<typeof languages | readonly ["de", "es"]>(["de", "es"], languages)) {
  windowTest(
    `${language}: from the start to a changed PIN by keyboard and by what the screens say`,
    async ({ page, sandbox }) => {
      const text = catalogues[language];
      await changeSettings(page, { language });
      await page.reload(); // nobody has chosen it in the window
      await expectHeading(page, text.signIn.title);
      expect(await page.evaluate(() => document.documentElement.lang)).toBe(language);
      await press(page, "Ada Single");
      await expectHeading(page, text.binding.nameTitle);
      await press(page, text.binding.send);
      await expectHeading(page, text.binding.codeTitle);
      const [message] = await sandbox.inbox();
      expect(message).toMatchObject({ language: codeLanguageFor(language) });
      await typeInto(page, text.code.label, message?.code ?? "");
      await expectHeading(page, text.passcode.setTitle);
      await expect(page.getByLabel(text.passcode.label, { exact: true })).toBeFocused();
      await typeInto(page, text.passcode.label, PASSCODE);
      await typeInto(page, text.passcode.again, PASSCODE);
      await expectHeading(page, text.linked.title);
      await press(page, text.linked.toCards);
      await expectHeading(page, text.cards.title);

      await press(page, text.common.signOut);
      await expectHeading(page, text.signIn.title);
      const screens = await noteScreens(page);
      await press(page, "Ada Single");
      await expectHeading(page, text.cards.title);
      const card = page.getByTestId("card");
      const cardId = (await card.getAttribute("data-card-id")) ?? "";
      await press(page, (await card.getByRole("button").getAttribute("aria-label")) ?? "");
      await typeInto(page, text.pin.newPin, "7305");
      await typeInto(page, text.pin.again, "7305");
      await typeInto(page, text.passcode.label, PASSCODE);
      await expectHeading(page, text.outcome.changed.title);
      expect(await sandbox.hasPin(cardId, "7305")).toEqual({ matches: true, changes: 1 });
      // Three to act on, and two to watch: the change on its way, and how it ended.
      expect(await screens()).toEqual([
        text.signIn.title,
        text.cards.title,
        text.pin.title,
        text.sending.title,
        text.outcome.changed.title,
      ]);
    },
  );
}

windowTest(
  "the language is changed with the keyboard, at once, and stays over a restart",
  async ({ launch, running }) => {
    const { page, app } = running;
    await press(page, catalogues.en.common.settings);
    await expectHeading(page, catalogues.en.settings.title);
    const french = page.getByRole("radio", { name: "Français" });
    await page.getByRole("radio", { checked: true }).first().focus();
    for (let presses = 0; presses < 8 && !(await french.isChecked()); presses++) await page.keyboard.press("ArrowDown");
    await expectHeading(page, catalogues.fr.settings.title);
    await press(page, catalogues.fr.common.done);
    await expectHeading(page, catalogues.fr.signIn.title);
    await app.close();
    const again = await launch();
    await expectHeading(again.page, catalogues.fr.signIn.title);
  },
);
