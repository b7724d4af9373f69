import type { CDPSession, Page } from "playwright";
import { enterPasscode, expectHeading, openCards, openPinUnbound, paste, pinField, typePin } from "./cardholder.ts";
import { expect, test } from "./fixtures.ts";
import { windowTest } from "./shared-app.ts";

// The field holds bullets, whatever way digits get in. Each test looks at the value, the count that is announced, and
// all of the document for a digit that was entered.

const field = pinField;
const count = (page: Page) => page.getByTestId("digit-count").first();

async function openField(page: Page): Promise<CDPSession> {
  await openPinUnbound(page);
  return page.context().newCDPSession(page);
}

async function expectEntered(page: Page, entered: number): Promise<void> {
  await expect(count(page)).toHaveText(`${entered} of 4 digits entered`);
  await expect(field(page)).toHaveValue("•".repeat(entered));
}

const valueAttributes = (page: Page) =>
  page.evaluate(() => [...document.querySelectorAll("input")].map((input) => input.outerHTML + input.value).join(""));

windowTest(
  "digits come from the keyboard and the number pad, which says what is the matter without Num Lock",
  async ({ page }) => {
    await openField(page);
    await page.keyboard.press("7");
    await expectEntered(page, 1);
    await page.keyboard.press("Shift+Numpad5");
    await expectEntered(page, 2);
    expect(await valueAttributes(page)).not.toMatch(/"[75]|>[75]|•[75]/);
    for (const key of ["Numpad5", "Numpad7", "Numpad0"]) {
      await page.keyboard.press(key);
      await expect(count(page)).toContainText("Num Lock is off");
      await page.keyboard.press("Backspace");
      await page.keyboard.press("7");
      await expectEntered(page, 2);
    }
  },
);

windowTest("everything else on the keyboard is refused with a word why", async ({ page }) => {
  await openField(page);
  await page.keyboard.type("2a");
  await expect(count(page)).toHaveText("Only the digits 0 to 9 can be entered.");
  await expect(field(page)).toHaveValue("•");
  await page.keyboard.insertText("²"); // no decimal digit
  await expect(field(page)).toHaveValue("•");
});

windowTest("a fifth digit is refused with a word why", async ({ page }) => {
  await openField(page);
  await typePin(page, "73051");
  await expect(count(page)).toHaveText("A PIN has 4 digits; there is no room for more.");
  await expect(field(page)).toHaveValue("••••");
});

windowTest("Backspace takes the last one away, Delete all, a selection all", async ({ page }) => {
  await openField(page);
  await typePin(page, "730");
  await page.keyboard.press("Backspace");
  await expectEntered(page, 2);
  await page.keyboard.press("Delete");
  await page.keyboard.press("Control+Backspace");
  await expectEntered(page, 0);
  await typePin(page, "730");
  await page.keyboard.press("Control+A");
  await page.keyboard.press("Backspace");
  await expectEntered(page, 0);
  await typePin(page, "730");
  await page.keyboard.press("Control+A");
  await page.keyboard.press("7");
  await expectEntered(page, 1);
});

windowTest("the caret stays at the end", async ({ page }) => {
  await openField(page);
  await typePin(page, "730");
  for (const key of ["ArrowLeft", "Home", "ArrowUp"]) await page.keyboard.press(key);
  await field(page).click({ position: { x: 5, y: 5 } });
  await page.keyboard.press("Backspace");
  await expectEntered(page, 2);
  expect(await field(page).evaluate((input: HTMLInputElement) => [input.selectionStart, input.selectionEnd])).toEqual([
    2, 2,
  ]);
});

windowTest("text inserted at once, as on-screen keyboards and dictation do", async ({ page }) => {
  const cdp = await openField(page);
  await cdp.send("Input.insertText", { text: "7305" });
  await expectEntered(page, 4);
});

windowTest("a composition, as input methods do", async ({ page }) => {
  const cdp = await openField(page);
  await cdp.send("Input.imeSetComposition", { text: "73", selectionStart: 2, selectionEnd: 2 });
  await expectEntered(page, 2);
  expect(await valueAttributes(page)).not.toMatch(/[73]{2}/);
});

windowTest(
  "digits of every script are those of their value, and reach the card",
  async ({ running, page, sandbox }) => {
    const cdp = await openField(page);
    const cardId = await page.evaluate(async () => {
      const cards = await window.bridge.listCards();
      return cards.ok ? (cards.value.cards[0]?.id ?? "") : "";
    });
    await cdp.send("Input.insertText", { text: "７" });
    await expectEntered(page, 1);
    await cdp.send("Input.imeSetComposition", { text: "３", selectionStart: 1, selectionEnd: 1 });
    await expectEntered(page, 2);
    await page.keyboard.insertText("۰٥");
    await expectEntered(page, 4);
    expect(await valueAttributes(page)).not.toMatch(/[7305７３۰٥]{2}|•[7305７３۰٥]/);
    await page.keyboard.press("Enter");
    await typePin(page, "7305", "New card PIN again");
    await page.keyboard.press("Enter");
    // For the TAN: from the whole message.
    await expectHeading(page, "Confirm with a code");
    await paste(running, "Your code is 212 212. Valid for 5 minutes.");
    await page.keyboard.press("Enter");
    await expectHeading(page, "Your PIN was changed");
    expect((await sandbox.hasPin(cardId, "7305")).matches).toBe(true);
  },
);

windowTest("a value set from outside, as assistive technology does", async ({ page }) => {
  await openField(page);
  await field(page).evaluate((input: HTMLInputElement) => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(input, "7305");
    input.dispatchEvent(new InputEvent("input", { bubbles: true }));
  });
  await expectEntered(page, 4);
});

windowTest(
  "Playwright's fill, and the PIN so entered is the one that is set",
  async ({ boundComputer, page, sandbox }) => {
    await boundComputer();
    await openCards(page);
    const cardId = (await page.getByTestId("card").getAttribute("data-card-id")) ?? "";
    await page.getByRole("button", { name: /^Change PIN of/ }).click();
    await field(page).fill("7305");
    await expectEntered(page, 4);
    await page.getByLabel("New card PIN again", { exact: true }).fill("7305");
    await page.keyboard.press("Enter");
    await enterPasscode(page);
    await expect(page.getByRole("heading", { name: "Your PIN was changed" })).toBeVisible();
    expect((await sandbox.hasPin(cardId, "7305")).matches).toBe(true);
  },
);

windowTest("pasting is refused with a word why, and nothing can be copied or cut out", async ({ page, running }) => {
  await openField(page);
  await running.app.evaluate(({ clipboard }) => clipboard.writeText("7305"));
  await page.keyboard.press("Control+V");
  await expect(count(page)).toHaveText(/A PIN cannot be pasted/);
  await expect(field(page)).toHaveValue("");
  await typePin(page, "7316");
  for (const key of ["Control+A", "Control+C", "Control+X"]) await page.keyboard.press(key);
  expect(await running.app.evaluate(({ clipboard }) => clipboard.readText())).toBe("7305");
  await running.app.evaluate(({ clipboard }) => clipboard.clear());
});

windowTest("undo brings nothing back", async ({ page }) => {
  await openField(page);
  await typePin(page, "730");
  await page.keyboard.press("Delete");
  await page.keyboard.press("Control+Z");
  await expectEntered(page, 0);
});

windowTest("Enter goes on only when all digits are there", async ({ page }) => {
  await openField(page);
  await typePin(page, "73");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert")).toContainText("Enter all 4 digits.");
  await page.keyboard.type("05");
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("New card PIN again", { exact: true })).toBeFocused();
});

windowTest("neither page, store, address nor title ever holds the PIN", async ({ page }) => {
  await openField(page);
  await typePin(page, "7305");
  const everything = () =>
    page.evaluate(() =>
      [document.documentElement.outerHTML, location.href, document.title, JSON.stringify(history.state)].join(),
    );
  expect(await everything()).not.toContain("7305");
  await page.keyboard.press("Enter");
  await typePin(page, "7305", "New card PIN again");
  expect(await everything()).not.toContain("7305");
});

windowTest("the attributes ask browser and system to remember, check and suggest nothing", async ({ page }) => {
  await openField(page);
  for (const [name, value] of Object.entries({
    type: "password",
    inputmode: "numeric",
    autocomplete: "off",
    spellcheck: "false",
    autocorrect: "off",
  })) {
    await expect(field(page)).toHaveAttribute(name, value);
  }
  expect(await field(page).getAttribute("name")).toBeNull();
});

test("an entry outlasts Help, Settings and a look elsewhere; then there is a warning, and it is wiped", async ({
  page,
}) => {
  await page.clock.install();
  await openField(page);
  await typePin(page, "7305");
  await page.keyboard.press("Enter");
  await typePin(page, "73", "New card PIN again");
  const again = page.getByLabel("New card PIN again", { exact: true });

  for (const [panel, close] of [
    ["Help", "Back"],
    ["Settings", "Done"],
  ] as const) {
    await page.getByRole("button", { name: panel }).click();
    await expectHeading(page, panel);
    await expect(again).toBeHidden();
    await page.getByRole("button", { name: close }).click();
    await expectHeading(page, "Choose a new PIN");
    await expect(again).toBeFocused();
    await expect(page).toHaveTitle(/^Choose a new PIN/);
    await expect(field(page)).toHaveValue("••••");
    await expect(again).toHaveValue("••");
  }

  const happens = (name: string) => page.evaluate((type) => window.dispatchEvent(new Event(type)), name);
  const warning = page.getByTestId("left-alone");
  for (let times = 0; times < 2; times++) {
    await happens("blur");
    await page.clock.runFor(119_000);
    await expect(warning).toBeHidden();
    await page.clock.runFor(2_000);
    await expect(warning).toContainText("Come back to this window to keep it.");
    await expect(page.getByTestId("wipe-countdown")).toHaveText("It will be deleted in 0:59.");
    await expect(page).toHaveTitle(/^Entry about to be deleted/);
    await happens("focus");
    await expect(warning).toBeHidden();
    await expect(page).toHaveTitle(/^Choose a new PIN/);
    await expect(again).toHaveValue("••");
    await page.keyboard.press("Backspace"); // somebody is there
    await page.keyboard.press("3");
  }

  await page.evaluate(() => {
    Object.defineProperty(document, "hidden", { value: true, configurable: true });
    document.dispatchEvent(new Event("visibilitychange")); // minimised
  });
  await page.clock.runFor(179_000);
  await expect(again).toHaveValue("••");
  await page.clock.runFor(2_000);
  await expectHeading(page, "Choose a new PIN");
  await expect(page.getByRole("alert")).toContainText("deleted because you were away for 3 minutes");
  await expect(again).toHaveValue("");
  await expectEntered(page, 0);
});
