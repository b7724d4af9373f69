import { setTimeout as pause } from "node:timers/promises";
import type { Locator, Page } from "playwright";
import { expect } from "playwright/test";
import type { AppWords } from "../app-words.ts";

/** What the objects of screens are made of. */
export interface Window {
  readonly page: Page;
  readonly words: AppWords;
}

/** When to look again without any change of the document, in milliseconds: a page that is loaded anew tells of none. */
const LOOK_AGAIN_MS = 100;

/**
 * Waits until a look at the window gives what is wanted. It is looked at after each change of its document: Playwright would look after
 * 270 and then after 770 milliseconds, when most has come between, and who looks all the time takes from the app what it needs to get there.
 */
export async function expectSoon<T>(page: Page, look: () => Promise<unknown>, wanted: T): Promise<void> {
  let isFirst = true;
  const lookAgain = async () => {
    if (!isFirst) await nextChange(page);
    isFirst = false;
    return look();
  };
  await expect.poll(lookAgain, { intervals: [0] }).toBe(wanted);
}

async function nextChange(page: Page): Promise<void> {
  const all = { subtree: true, childList: true, attributes: true, characterData: true };
  const change = page.evaluate((what) => {
    return new Promise<void>((resolve) => {
      const observer = new MutationObserver(() => {
        observer.disconnect();
        resolve();
      });
      observer.observe(document, what);
    });
  }, all);
  await Promise.race([change.catch(() => undefined), pause(LOOK_AGAIN_MS)]);
}

/** Waits until the screen with this heading is shown. */
export async function expectHeading(page: Page, name: string): Promise<void> {
  const heading = page.getByRole("heading", { level: 1, name, exact: true });
  const headings = page.getByRole("heading", { level: 1 });
  const shown = async () =>
    (await heading.isVisible()) ? name : await headings.allInnerTexts().catch(() => "no page");
  await expectSoon(page, shown, name);
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
