import type { Page } from "playwright";

/** WCAG 2.2, 2.5.8. */
const LEAST = 24;
/** A finger's width (2.5.5), for what is pressed again and again. */
const LEAST_KEY = 44;

/** Everything to press or type into that is smaller than a target has to be, in CSS pixels. */
export function findSmallTargets(page: Page): Promise<string[]> {
  return page.evaluate(
    ([least, leastKey]) => {
      const targets = document.querySelectorAll<HTMLElement>("button, a[href], input, select, textarea, summary");
      return [...targets].flatMap((target) => {
        if (!target.checkVisibility({ visibilityProperty: true })) return [];
        // A label belongs to the target of what can be ticked.
        const isTicked = target.matches("[type=radio], [type=checkbox]");
        const { width, height } = ((isTicked && target.closest("label")) || target).getBoundingClientRect();
        const needed = target.dataset.testid === "keypad-key" ? leastKey : least;
        if (width >= needed && height >= needed) return [];
        return [`${Math.round(width)} × ${Math.round(height)} instead of ${needed} px: ${target.outerHTML}`];
      });
    },
    [LEAST, LEAST_KEY] as const,
  );
}
