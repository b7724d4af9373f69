import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { fitWindowPlace, readWindowPlace, writeWindowPlace } from "../../../src-main/shell/window-place.ts";
import { usualSize } from "../../../src-main/shell/window-size.ts";

const rectangle = (x: number, y: number, width: number, height: number) => ({ x, y, width, height });
const place = (x: number, y: number, width: number, height: number) => ({
  ...rectangle(x, y, width, height),
  isMaximized: false,
});
const main = rectangle(0, 30, 1920, 1050);
const left = rectangle(-1280, 0, 1280, 1024);
const small = rectangle(0, 0, 1024, 600);
const tiny = rectangle(0, 0, 320, 240);

describe("a remembered place, on the displays that there are", () => {
  it.each([
    ["fits as it was", place(100, 100, 800, 700), [main], rectangle(100, 100, 800, 700)],
    ["fits on a display to the left", place(-1200, 10, 800, 700), [main, left], rectangle(-1200, 10, 800, 700)],
    [
      "its display is gone: the middle of the main one",
      place(-1200, 10, 800, 700),
      [main],
      { width: 800, height: 700 },
    ],
    ["its display is gone, the other is smaller", place(-1200, 10, 800, 700), [small], { width: 800, height: 600 }],
    ["its display has become smaller", place(100, 100, 1500, 1000), [small], rectangle(0, 0, 1024, 600)],
    ["it hangs out on the right", place(1800, 100, 800, 700), [main], rectangle(1120, 100, 800, 700)],
    ["it hangs out at the bottom", place(100, 1000, 800, 700), [main], rectangle(100, 380, 800, 700)],
    ["its title lies under the bar", place(100, -200, 800, 700), [main], rectangle(100, 30, 800, 700)],
    ["most of it is on the left", place(-700, 100, 800, 700), [main, left], rectangle(-800, 100, 800, 700)],
    ["most of it is on the right", place(-100, 100, 800, 700), [main, left], rectangle(0, 100, 800, 700)],
    ["it only touches the display", place(1920, 100, 800, 700), [main], { width: 800, height: 700 }],
    ["it was smaller than is of use", place(100, 100, 10, 10), [main], rectangle(100, 100, 340, 480)],
    ["the display is smaller than is of use", place(0, 0, 800, 700), [tiny], rectangle(0, 0, 340, 480)],
    ["it lies beyond all bounds", place(1e15, -1e15, 800, 700), [main, left], { width: 800, height: 700 }],
    ["there is none", null, [main], usualSize],
    ["there is none, and the display is small", null, [small, main], { width: 760, height: 600 }],
    ["there is no display at all", place(100, 100, 800, 700), [], usualSize],
  ])("%s", (_name, remembered, displays, expected) => {
    expect(fitWindowPlace(remembered, displays)).toEqual(expected);
  });
});

describe("the file", () => {
  let folder: string;
  let file: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "cardbound-place-"));
    file = path.join(folder, "window.json");
  });
  afterEach(() => rm(folder, { recursive: true }));

  it("gives back the place", async () => {
    const kept = { ...place(-10, 20, 800, 700), isMaximized: true };
    await writeWindowPlace(file, kept);
    expect(readWindowPlace(file)).toMatchObject(kept);
  });

  it.each([
    ["missing", null],
    ["damaged", '{"version":1,"x":1'],
    ["with half a pixel", JSON.stringify({ version: 1, ...place(0.5, 0, 800, 700) })],
    ["with no width", JSON.stringify({ version: 1, ...place(0, 0, 0, 700) })],
    ["with endless width", '{"version":1,"x":0,"y":0,"width":1e999,"height":700,"isMaximized":false}'],
    ["with more than a place", JSON.stringify({ version: 1, ...place(0, 0, 800, 700), kiosk: true })],
  ])("%s is as good as none", async (_name, text) => {
    if (text !== null) await writeFile(file, text);
    expect(readWindowPlace(file)).toBeNull();
  });

  it("that cannot be written is no failure", async () => {
    await writeWindowPlace(folder, place(0, 0, 800, 700));
  });
});
