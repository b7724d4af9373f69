import type { Page } from "playwright";

/** What does not fit into the width that there is (WCAG 2.2, 1.4.10): sideways scrolling, and text that is cut. */
export function findClipped(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.documentElement;
    const isMeantToBeUnseen = (element: Element) => element.closest(".unseen") !== null;
    const hasText = ({ childNodes }: Element) =>
      [...childNodes].some(({ nodeType, nodeValue }) => nodeType === Node.TEXT_NODE && nodeValue?.trim() !== "");
    // A field scrolls its text by nature.
    const candidates = [...document.body.querySelectorAll("main, header, dialog, main *, header *, dialog *")].filter(
      (element) => element.checkVisibility() && !element.matches("input") && !isMeantToBeUnseen(element),
    );
    const clipped = candidates.filter((element) => {
      const isInline = getComputedStyle(element).display === "inline"; // has no width of its own
      return !isInline && element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1;
    });
    const outside = candidates.filter((element) => {
      const { left, right } = element.getBoundingClientRect();
      return hasText(element) && (left < -1 || right > root.clientWidth + 1);
    });
    const innermost = clipped.filter(
      (element) => !clipped.some((other) => other !== element && element.contains(other)),
    );
    const begin = ({ outerHTML }: Element) => outerHTML.slice(0, 120);
    return [
      ...[root, ...document.querySelectorAll(".content")]
        .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
        .map(({ scrollWidth, clientWidth }) => `scrolls sideways: ${scrollWidth} in ${clientWidth} px`),
      ...innermost.map((element) => `${element.scrollWidth} in ${element.clientWidth} px: ${begin(element)}`),
      ...outside.map((element) => `beyond the edge: ${begin(element)}`),
    ];
  });
}
