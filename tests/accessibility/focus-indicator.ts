import type { Page } from "playwright";

/** Where the keyboard stands: what has the focus, by its tag, test id and text, and whether one can see that it has. */
export interface Stop {
  readonly name: string;
  readonly isVisible: boolean;
}

/** WCAG 2.2, 2.4.13 and 1.4.11. */
const LEAST_WIDTH = 2;
const LEAST_CONTRAST = 3;

/** Where the focus is; null where nothing of the page has it. */
export function readStop(page: Page): Promise<Stop | null> {
  return page.evaluate(
    ([leastWidth, leastContrast]) => {
      const focused = document.activeElement;
      if (!(focused instanceof HTMLElement) || focused === document.body) return null;
      // The slots of an entry are drawn for a transparent field, and stand beside it.
      const drawn = [focused, focused.previousElementSibling].filter((element) => element !== null);
      return {
        name: `${focused.tagName.toLowerCase()} ${focused.dataset.testid ?? ""} ${focused.innerText}`.trim(),
        isVisible: drawn.some((element) => {
          const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
          const hasOutline = outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= leastWidth;
          return hasOutline && contrast(outlineColor, backgroundOf(element)) >= leastContrast;
        }),
      };

      function backgroundOf(element: Element): string {
        for (let at = element.parentElement; at !== null; at = at.parentElement) {
          const { backgroundColor } = getComputedStyle(at);
          if (parse(backgroundColor)[3] !== 0) return backgroundColor;
        }
        return "rgb(255, 255, 255)";
      }

      function parse(color: string): readonly number[] {
        const surface = new OffscreenCanvas(1, 1).getContext("2d");
        if (surface === null) throw new Error("no canvas");
        surface.fillStyle = color;
        surface.fillRect(0, 0, 1, 1);
        return [...surface.getImageData(0, 0, 1, 1).data];
      }

      function luminance(color: string): number {
        const [red = 0, green = 0, blue = 0] = parse(color).map((value) =>
          value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4,
        );
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
      }

      function contrast(one: string, other: string): number {
        const [lighter = 1, darker = 1] = [luminance(one), luminance(other)].sort((a, b) => b - a);
        return (lighter + 0.05) / (darker + 0.05);
      }
    },
    [LEAST_WIDTH, LEAST_CONTRAST] as const,
  );
}
