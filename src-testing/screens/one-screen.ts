import type { Locator, Page } from "playwright";
import { expect } from "playwright/test";
import type { AppWords } from "../app-words.ts";

/** What the objects of screens are made of. */
export interface Window {
  readonly page: Page;
  readonly words: AppWords;
}

/** How often a screen is looked for, in milliseconds: Playwright would look after 270 and then after 770, and most come between. */
const LOOK_AGAIN_MS = 25;

/** Waits until the screen with this heading is shown. */
export async function expectHeading(page: Page, name: string): Promise<void> {
  const heading = page.getByRole("heading", { level: 1, name, exact: true });
  const headings = page.getByRole("heading", { level: 1 });
  const shown = async () =>
    (await heading.isVisible()) ? name : await headings.allInnerTexts().catch(() => "no page");
  await expect.poll(shown, { intervals: [LOOK_AGAIN_MS] }).toBe(name);
}

/** A button of the window by its name. */
export const buttonOf = (page: Page, name: string | RegExp): Locator =>
  page.getByRole("button", typeof name === "string" ? { name, exact: true } : { name });

/** A field for a secret. Password fields have no ARIA role, so that it is found by its label. */
export const fieldOf = (page: Page, label: string): Locator => page.getByLabel(label, { exact: true });

/** Types into a field once it has the focus, which it gets by itself; as on a keyboard. */
export async function typeInto(page: Page, label: string, text: string): Promise<void> {
  await expect(fieldOf(page, label)).toBeFocused();
  await page.keyboard.type(text);
}

/** What failed, on whichever screen: its code, and what one can do. */
export const failureOf = (page: Page): Locator => page.getByRole("main").getByTestId("failure");
