import type { Locator, Page } from "playwright";
import { expect } from "playwright/test";
import { readStop, type Stop } from "./focus-indicator.ts";

/** More stops than any screen has. */
const MOST_STOPS = 60;

/**
 * Goes round the whole screen with Tab, from where the focus is to where it comes by a second time.
 * @returns where it stopped; fails where a stop cannot be seen
 */
export async function goRound(page: Page): Promise<Stop[]> {
  const stops: Stop[] = [];
  const seen = await page.evaluateHandle(() => new Set<Element | null>());
  for (;;) {
    await page.keyboard.press("Tab");
    const isNew = await seen.evaluate((set) => set.size < set.add(document.activeElement).size);
    if (!isNew) break;
    const stop = await readStop(page);
    if (stop !== null) stops.push(stop); // null: between the last stop and the first
    expect(stops.length, "stops of this screen").toBeLessThan(MOST_STOPS);
  }
  expect(stops.filter(({ isVisible }) => !isVisible)).toEqual([]);
  return stops;
}

/** Goes to something with Tab, and to nothing that cannot be reached so. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let stops = 0; stops < MOST_STOPS; stops++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
    expect(await readStop(page)).not.toMatchObject({ isVisible: false });
  }
  throw new Error(`the keyboard does not reach ${target}`);
}
