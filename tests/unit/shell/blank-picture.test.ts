import { expect, it } from "vitest";
import { isBlankPicture } from "../../../src-main/shell/blank-picture.ts";

const picture = (pixels: number, ...last: number[]) =>
  Uint8Array.from([...Array.from({ length: pixels }, () => [0x20, 0x30, 0x40, 0xff]).flat(), ...last]);

it.each([
  ["no picture", new Uint8Array(0), true],
  ["one pixel", picture(1), true],
  ["one colour", picture(1000), true],
  ["a last pixel of another colour", picture(1000, 0x20, 0x30, 0x41, 0xff), false],
  ["one that is only less opaque", picture(1000, 0x20, 0x30, 0x40, 0xfe), false],
  ["a part of larger memory", picture(1000).subarray(4, 400), true],
])("%s: %s", (_name, pixels, expected) => {
  expect(isBlankPicture(pixels)).toBe(expected);
});
