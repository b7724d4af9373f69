import type { CDPSession, ElectronApplication, Page } from "playwright";
import { askMain } from "./ask-main.ts";

/** How the window looks, whatever it shows. */
export interface Look {
  readonly theme: Theme;
  readonly size: Size;
}

export const themes = ["light", "dark", "forced"] as const;
/** `forced`: the system's own few colours, as in Windows' contrast themes. */
export type Theme = (typeof themes)[number];

export const sizes = ["normal", "large-text", "zoom"] as const;
/** `large-text`: the reader's own text size is twice the usual one. `zoom`: everything is drawn at 200 %. */
export type Size = (typeof sizes)[number] | "larger-text";

/** `larger-text`: a quarter larger, as many have it without a second thought. */
const textSizes: Record<Size, number> = { normal: 16, "larger-text": 20, "large-text": 32, zoom: 16 };
const zoomFactors: Record<Size, number> = { normal: 1, "larger-text": 1, "large-text": 1, zoom: 2 };

/** A window, as it is held from outside. */
export interface Handles {
  readonly window: Awaited<ReturnType<ElectronApplication["browserWindow"]>>;
  readonly page: Page;
  readonly devtools: CDPSession;
}

/**
 * Gives the window a look, and waits until it is drawn.
 * @param worn what the window has on, of which only the rest is changed; null at first
 */
export async function wear(
  { window, page, devtools }: Handles,
  { theme, size }: Look,
  worn: Look | null,
): Promise<void> {
  const standard = textSizes[size];
  const zoom = zoomFactors[size];
  if (theme !== worn?.theme) {
    await page.emulateMedia({
      colorScheme: theme === "dark" ? "dark" : "light",
      forcedColors: theme === "forced" ? "active" : "none",
      reducedMotion: "reduce", // nothing is caught half way
    });
  }
  if (size !== worn?.size) {
    // Where a reader sets their text size, in the system or the browser: all of the app's sizes follow from it.
    await devtools.send("Page.setFontSizes", { fontSizes: { standard, fixed: standard } });
    await askMain(() => window.evaluate(({ webContents }, factor) => webContents.setZoomFactor(factor), zoom));
  }
  await drawn(
    page,
    ([text, factor]) => getComputedStyle(document.documentElement).fontSize === text && devicePixelRatio === factor,
    [`${standard}px`, zoom] as const,
  );
}

/** Sets how much room the page has, and waits until it has it. */
export async function resize(
  { window, page }: Pick<Handles, "window" | "page">,
  width: number,
  height: number,
): Promise<void> {
  await askMain(() =>
    window.evaluate(
      (own, [wide, high]) => {
        own.setMinimumSize(1, 1); // narrower than it can be made by hand, as a tiling window manager makes it
        own.setContentSize(wide, high);
      },
      [width, height] as const,
    ),
  );
  const has = ([wide, high]: readonly [number, number]) =>
    Math.abs(innerWidth * devicePixelRatio - wide) < 2 && Math.abs(innerHeight * devicePixelRatio - high) < 2;
  await drawn(page, has, [width, height] as const);
}

/**
 * Waits for a frame in which something is so, and for two more: a busy computer has the window's new size before it says so,
 * and what is painted over a field follows only then. @param isSo runs in the page, by its text alone
 */
async function drawn<Value>(page: Page, isSo: (value: Value) => boolean, value: Value): Promise<void> {
  const isDrawn = await page.evaluate<boolean>(`(async () => {
    const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const isSo = ${isSo};
    for (let frames = 0; frames < ${MOST_FRAMES}; frames++) {
      const isSoNow = isSo(${JSON.stringify(value)});
      await nextFrame();
      if (!isSoNow) continue;
      await nextFrame();
      return true;
    }
    return false;
  })()`);
  if (!isDrawn) throw new Error(`the window does not come to ${JSON.stringify(value)}`);
}

/** Five seconds, or more where a frame takes longer. */
const MOST_FRAMES = 300;

/** Lets the window grow until nothing of the page is below its edge; it stays so until it is resized. */
export async function growToContent(handles: Pick<Handles, "window" | "page">): Promise<void> {
  const { width, height } = await handles.page.evaluate(() => {
    // In a low window the page scrolls, in another what is between its bars.
    const scrolling = [document.documentElement, ...document.querySelectorAll(".content")];
    const more = Math.max(...scrolling.map(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight));
    const high = more > 0 ? innerHeight + more + 1 : innerHeight; // heights are rounded, up or down
    return { width: Math.round(innerWidth * devicePixelRatio), height: Math.ceil(high * devicePixelRatio) };
  });
  await resize(handles, width, height);
}

/** A picture of the whole page. */
export async function takePicture(handles: Handles): Promise<Buffer> {
  // A screenshot from beyond the window's edge would do without growing, but makes Chromium forget the reader's text size.
  await growToContent(handles);
  const { data } = await handles.devtools.send("Page.captureScreenshot", { optimizeForSpeed: true });
  return Buffer.from(data, "base64");
}
