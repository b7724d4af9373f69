import type { Page } from "playwright";

/** What should be in sight as the window stands, without scrolling, and is not: the main button, the last line. */
export const findOutOfSight = (page: Page) => outOfSight(page, "main[data-state] button.primary, .status-line");

/** What is said of a failure, in a notice or at a field, and is not in sight as the window stands. */
export const findUnseenFailures = (page: Page) => outOfSight(page, "main[data-state] [role=alert]");

function outOfSight(page: Page, which: string): Promise<string[]> {
  return page.evaluate((selector) => {
    const isInSight = (element: Element) => {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      const isInside = top >= 0 && left >= 0 && bottom <= innerHeight && right <= innerWidth;
      const inFront = [top + 1, (top + bottom) / 2, bottom - 1].map((y) =>
        document.elementFromPoint((left + right) / 2, y),
      );
      return isInside && inFront.every((one) => one !== null && (element.contains(one) || one.contains(element)));
    };
    return [...document.querySelectorAll(selector)]
      .filter((element) => element.checkVisibility() && !isInSight(element))
      .map((element) => {
        const { top, bottom } = element.getBoundingClientRect();
        return `${element.textContent} is at ${Math.round(top)} to ${Math.round(bottom)} of ${innerHeight} px`;
      });
  }, which);
}

/** Where each field and each main button stands, by its label or text. @returns pixels from the content's top */
export function readPlaces(page: Page): Promise<Record<string, number>> {
  return page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll("main[data-state] :is(label, button.primary)")].map((element) => [
        element.textContent,
        element.getBoundingClientRect().top + (element.closest(".content")?.scrollTop ?? 0),
      ]),
    ),
  );
}

/** In how many lines the bar on top stands. */
export function countHeaderLines(page: Page): Promise<number> {
  return page.evaluate(() => {
    const shown = [...document.querySelectorAll("header :is(.brand, button, .avatar)")].filter((part) =>
      part.checkVisibility(),
    );
    const middles = shown.map((part) => {
      const { top, bottom } = part.getBoundingClientRect();
      return Math.round((top + bottom) / 2 / 8); // what is centred in a line may be a pixel off
    });
    return new Set(middles).size;
  });
}
