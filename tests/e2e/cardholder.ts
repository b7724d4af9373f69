import type { Page } from "playwright";
import { expect } from "playwright/test";
import type { RunningApp } from "./start-app.ts";

/** What a cardholder does, by the roles and names that README.md of this folder promises. */

/** The device passcode that these tests set. */
export const PASSCODE = "Rain on 7 roofs";

export async function signIn(page: Page, name = "Ada Single"): Promise<void> {
  await page.getByRole("button", { name, exact: true }).click();
}

export async function askForCode(page: Page, computerName?: string): Promise<void> {
  const field = page.getByRole("textbox", { name: "Name of this computer" });
  if (computerName !== undefined) await field.fill(computerName);
  await page.getByRole("button", { name: "Send the code" }).click();
  await expectHeading(page, "Enter the code");
}

export async function enterCode(page: Page, code = "212212"): Promise<void> {
  await page.getByRole("textbox", { name: "Code from the text message" }).fill(code);
  await page.getByRole("button", { name: "Link" }).click();
}

/** Pastes what another program has put into the clipboard, where the focus is. */
export async function paste({ app, page }: Pick<RunningApp, "app" | "page">, text: string): Promise<void> {
  await app.evaluate(({ clipboard }, copied) => clipboard.writeText(copied), text);
  await page.keyboard.press("Control+V");
  await app.evaluate(({ clipboard }) => clipboard.clear());
}

/** From the screen that follows an accepted code. */
export async function choosePasscode(page: Page, passcode = PASSCODE, again = passcode): Promise<void> {
  await expectHeading(page, "Set a device passcode");
  await page.getByLabel("Device passcode", { exact: true }).fill(passcode);
  await page.getByLabel("Device passcode again", { exact: true }).fill(again);
  await page.getByRole("button", { name: "Set passcode" }).click();
}

/** From an awaited code to the cards. */
export async function completeBinding(page: Page): Promise<void> {
  await enterCode(page);
  await choosePasscode(page);
  await expectCards(page);
}

/** Binds the computer at its window, for tests of which that is the subject; others have `boundComputer` of fixtures.ts. */
export async function bindComputer(page: Page, name = "Ada Single"): Promise<void> {
  await signIn(page, name);
  await askForCode(page);
  await completeBinding(page);
}

/** How often a screen is looked for, in milliseconds: Playwright would look after 270 and then after 770, and most come between. */
const LOOK_AGAIN_MS = 25;

/** Signs in where the computer is bound (`boundComputer` of fixtures.ts). */
export async function openCards(page: Page, name = "Ada Single"): Promise<void> {
  await signIn(page, name);
  await expectCards(page);
}

export async function expectHeading(page: Page, name: string): Promise<void> {
  const heading = page.getByRole("heading", { level: 1, name, exact: true });
  const headings = page.getByRole("heading", { level: 1 });
  const shown = async () =>
    (await heading.isVisible()) ? name : await headings.allInnerTexts().catch(() => "no page");
  await expect.poll(shown, { intervals: [LOOK_AGAIN_MS] }).toBe(name);
}

/** Waits for the cards; after a binding past the screen that says that it worked. */
export async function expectCards(page: Page): Promise<void> {
  const cards = page.getByRole("heading", { level: 1, name: "Your cards", exact: true });
  const onwards = page.getByRole("button", { name: "Go to your cards" });
  await expect(cards.or(onwards)).toBeVisible();
  if (await onwards.isVisible()) await onwards.click();
  await expectHeading(page, "Your cards");
}

export async function chooseCard(page: Page): Promise<void> {
  await page
    .getByRole("button", { name: /^Change PIN of/ })
    .first()
    .click();
}

export const firstCardId = async (page: Page): Promise<string> =>
  (await page.getByTestId("card").first().getAttribute("data-card-id")) ?? "";

/** The field that a new PIN is typed into. */
export const pinField = (page: Page) => page.getByLabel("New card PIN", { exact: true });

/** Presses the digits one after the other, as on a keyboard. */
export async function typePin(page: Page, pin: string, label = "New card PIN"): Promise<void> {
  await expect(page.getByLabel(label, { exact: true })).toBeFocused();
  await page.keyboard.type(pin);
}

/** Types the passcode, the last field of a signed PIN change. */
export async function enterPasscode(page: Page, passcode = PASSCODE): Promise<void> {
  await expect(page.getByLabel("Device passcode", { exact: true })).toBeFocused();
  await page.keyboard.type(passcode);
  await page.keyboard.press("Enter");
}

/** To an empty PIN field on the shortest way: nothing is bound, and the change would be confirmed by a code. */
export async function openPinUnbound(page: Page): Promise<void> {
  await signIn(page);
  await page.getByRole("button", { name: "Change a PIN without linking" }).click();
  await chooseCard(page);
  await expect(pinField(page)).toBeFocused();
}

/** From the card list: chooses a card, enters the PIN twice and the passcode, sends it. */
export async function changePin(page: Page, pin: string): Promise<void> {
  await chooseCard(page);
  await enterPinTwice(page, pin);
  await enterPasscode(page);
}

export async function enterPinTwice(page: Page, pin: string, again = pin): Promise<void> {
  await expectHeading(page, "Choose a new PIN");
  await typePin(page, pin);
  await page.keyboard.press("Enter");
  await typePin(page, again, "New card PIN again");
  await page.keyboard.press("Enter");
}
