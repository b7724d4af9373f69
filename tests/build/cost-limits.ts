import { expect } from "vitest";

/**
 * What the app may cost, where it can be counted: what is measured in time is in docs/performance.md, and decides nothing. The only source: each
 * number is what there was when it was written, and a little more where it grows with words.
 */
export const costLimits = {
  "bytes of a window until its first screen, compressed": 36_850,
  "files of a window until its first screen": 4,
  "own modules of the window until its first screen": 63,
  "bytes of what main reads before there is a window": 131_000,
  "bytes of what main reads while the window starts": 156_700,
  "bytes of the preload": 5_200,
  "own modules of main before there is a window": 44,
} as const;

/** Requests of the app to its backend in each step of the main job, in this order. */
export const exchanges = {
  "the first screen, with the demonstration's names": 1,
  "signing in": 3,
  "looking before linking": 2,
  "asking for a code": 3,
  "entering the code": 1,
  "setting the passcode": 3,
  "the cards": 1,
  "choosing a card": 0,
  "changing the PIN, from the passcode on": 3,
  "leaving the result": 0,
} as const;

/** @param more what helps whoever reads of it, such as what was found */
export function expectAtMost(what: keyof typeof costLimits, found: number, more = ""): void {
  const limit = costLimits[what];
  expect(
    found,
    `There may be ${limit} ${what}, and there are ${found}. Move to a later file what can wait (docs/performance.md#what-is-counted); if it cannot, raise the number in tests/build/cost-limits.ts and say why in the commit. ${more}`,
  ).toBeLessThanOrEqual(limit);
}
