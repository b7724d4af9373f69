import type { Page } from "playwright";

/** What should be in sight as the window stands, without scrolling, and is not: the main button, the last line. */
export function findOutOfSight(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const isInSight = (element: Element) => {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      const isInside = top >= 0 && left >= 0 && bottom <= innerHeight && right <= innerWidth;
      const inFront = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
      return isInside && inFront !== null && (element.contains(inFront) || inFront.contains(element));
    };
    const asked = [...document.querySelectorAll("main[data-state] button.primary, .status-line")];
    return asked
      .filter((element) => element.checkVisibility() && !isInSight(element))
      .map((element) => {
        const { top, bottom } = element.getBoundingClientRect();
        return `${element.textContent} is at ${Math.round(top)} to ${Math.round(bottom)} of ${innerHeight} px`;
      });
  });
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
