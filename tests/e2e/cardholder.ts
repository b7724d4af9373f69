import type { Page } from "playwright";
import { expect } from "playwright/test";

/** What a cardholder does, by the roles and names that README.md of this folder promises. */

export async function signIn(page: Page, name = "Ada Single"): Promise<void> {
  await page.getByRole("button", { name, exact: true }).click();
}

export async function askForCode(page: Page, computerName?: string): Promise<void> {
  const field = page.getByRole("textbox", { name: "Name of this computer" });
  if (computerName !== undefined) await field.fill(computerName);
  await page.getByRole("button", { name: "Send the code" }).click();
  await expect(page.getByRole("heading", { name: "Enter the code" })).toBeVisible();
}

export async function enterCode(page: Page, code = "212212"): Promise<void> {
  await page.getByRole("textbox", { name: "Code from the message" }).fill(code);
  await page.getByRole("button", { name: "Connect" }).click();
}

export async function bindComputer(page: Page, name = "Ada Single"): Promise<void> {
  await signIn(page, name);
  await askForCode(page);
  await enterCode(page);
  await expectCards(page);
}

export async function expectCards(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { name: "Your cards" })).toBeVisible();
}

/** Presses the digits one after the other, as on a keyboard. */
export async function typePin(page: Page, pin: string): Promise<void> {
  const field = page.getByTestId("secret-field");
  await expect(field).toBeFocused();
  await page.keyboard.type(pin);
}

/** From the card list: chooses a card, enters the PIN twice, sends it. */
export async function changePin(page: Page, pin: string, again = pin): Promise<void> {
  await page
    .getByRole("button", { name: /^Change PIN of/ })
    .first()
    .click();
  await enterPinTwice(page, pin, again);
}

export async function enterPinTwice(page: Page, pin: string, again = pin): Promise<void> {
  await expect(page.getByRole("heading", { name: "Choose a new PIN" })).toBeVisible();
  await typePin(page, pin);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Enter the new PIN again" })).toBeVisible();
  await typePin(page, again);
  await page.keyboard.press("Enter");
}
