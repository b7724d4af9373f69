import type { Page } from "playwright";
import { expect } from "playwright/test";
import { wordsIn } from "../../src-testing/app-words.ts";
import { PASSCODE } from "../../src-testing/main-job.ts";
import { screensOf } from "../../src-testing/screens/all-screens.ts";
import { expectHeading, fieldOf, typeInto } from "../../src-testing/screens/one-screen.ts";
import type { RunningApp } from "../../src-testing/start-app.ts";

/** What a cardholder does, by the screens of src-testing in English, for tests that have no more than a page. */

export { expectHeading, PASSCODE };

/** The window's words. */
export const english = wordsIn("en");
const screens = (page: Page) => screensOf({ page, words: english });

export const signIn = (page: Page, name = "Ada Single"): Promise<void> => screens(page).signIn.as(name);

export const askForCode = (page: Page, computerName?: string): Promise<void> =>
  screens(page).link.sendCode(computerName);

export const enterCode = (page: Page, code = "212212"): Promise<void> => screens(page).code.enter(code);

/** Pastes what another program has put into the clipboard, where the focus is. */
export async function paste({ app, page }: Pick<RunningApp, "app" | "page">, text: string): Promise<void> {
  await app.evaluate(({ clipboard }, copied) => clipboard.writeText(copied), text);
  await page.keyboard.press("Control+V");
  await app.evaluate(({ clipboard }) => clipboard.clear());
}

/** From the screen that follows an accepted code. */
export const choosePasscode = (page: Page, passcode = PASSCODE, again = passcode): Promise<void> =>
  screens(page).passcode.set(passcode, again);

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

/** Signs in where the computer is bound (`boundComputer` of fixtures.ts). */
export async function openCards(page: Page, name = "Ada Single"): Promise<void> {
  await signIn(page, name);
  await expectCards(page);
}

/** Waits for the cards; after a binding past the screen that says that it worked. */
export const expectCards = (page: Page): Promise<void> => screens(page).cards.expectShown();

export const chooseCard = (page: Page): Promise<void> => screens(page).cards.choose();

export const firstCardId = (page: Page): Promise<string> => screens(page).cards.idOf();

/** The field that a new PIN is typed into. */
export const pinField = (page: Page) => fieldOf(page, english.pin.newPin);

/** Presses the digits one after the other, as on a keyboard. */
export const typePin = (page: Page, pin: string, label: string = english.pin.newPin): Promise<void> =>
  typeInto(page, label, pin);

/** Types the passcode, the last field of a signed PIN change. */
export const enterPasscode = (page: Page, passcode = PASSCODE): Promise<void> =>
  screens(page).newPin.enterPasscode(passcode);

/** To an empty PIN field on the shortest way: nothing is bound, and the change would be confirmed by a code. */
export async function openPinUnbound(page: Page): Promise<void> {
  await signIn(page);
  await screens(page).link.withoutLinking();
  await chooseCard(page);
  await expect(pinField(page)).toBeFocused();
}

/** From the card list: chooses a card, enters the PIN twice and the passcode, sends it. */
export async function changePin(page: Page, pin: string): Promise<void> {
  await chooseCard(page);
  await enterPinTwice(page, pin);
  await enterPasscode(page);
}

export const enterPinTwice = (page: Page, pin: string, again = pin): Promise<void> =>
  screens(page).newPin.enterTwice(pin, again);
