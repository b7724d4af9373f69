import { z } from "zod";
import { writeDurably } from "../files/durable-file.ts";
import { readSmallJson } from "../files/small-file.ts";
import { type Size, smallestSize, usualSize } from "./window-size.ts";

export interface Rectangle extends Size {
  readonly x: number;
  readonly y: number;
}

/** The window's place, and whether it was maximised; the size is the one that it restores to. */
export interface WindowPlace extends Rectangle {
  readonly isMaximized: boolean;
}

const placeFile = z.strictObject({
  version: z.literal(1),
  x: z.int(),
  y: z.int(),
  width: z.int().positive(),
  height: z.int().positive(),
  isMaximized: z.boolean(),
}) satisfies z.ZodType<WindowPlace>;

/** The remembered place; null if there is no readable one. */
export function readWindowPlace(file: string): WindowPlace | null {
  const parsed = placeFile.safeParse(readSmallJson(file));
  return parsed.success ? parsed.data : null;
}

/** Best effort: opening in the usual place is not worth an error. */
export async function writeWindowPlace(file: string, { x, y, width, height, isMaximized }: WindowPlace): Promise<void> {
  const contents: z.infer<typeof placeFile> = { version: 1, x, y, width, height, isMaximized };
  await writeDurably(file, JSON.stringify(contents)).catch(() => undefined);
}

/**
 * Fits a remembered place to the current displays: unchanged if possible, else moved and shrunk into the display that shows
 * most of it. Without coordinates the window opens in the middle of the main display.
 * @param displays the areas that windows may use, the main display's first
 */
export function fitWindowPlace(place: WindowPlace | null, displays: readonly Rectangle[]): Size | Rectangle {
  const [main] = displays;
  if (main === undefined) return usualSize;
  const shared = displays.map((display) => (place === null ? 0 : sharedArea(place, display)));
  const most = Math.max(...shared);
  const display = displays[shared.indexOf(most)];
  if (place === null || display === undefined || most === 0) return fitSize(place ?? usualSize, main);
  const size = fitSize(place, display);
  return {
    x: clamp(place.x, display.x, display.x + display.width - size.width),
    y: clamp(place.y, display.y, display.y + display.height - size.height),
    ...size,
  };
}

/** At most as large as the display, but never below the smallest useful size. */
function fitSize(size: Size, display: Size): Size {
  return {
    width: Math.max(smallestSize.width, Math.min(size.width, display.width)),
    height: Math.max(smallestSize.height, Math.min(size.height, display.height)),
  };
}

function sharedArea(a: Rectangle, b: Rectangle): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return Math.max(0, width) * Math.max(0, height);
}

/** If the window is larger than the display, keeps its upper left corner visible. */
const clamp = (value: number, least: number, most: number) => Math.max(least, Math.min(value, most));
