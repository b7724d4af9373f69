import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contrastRatio, relativeLuminance } from "../../../build/partner-profile/contrast.ts";
import { fromOklch, toOklch } from "../../../build/partner-profile/oklch.ts";
import { runs } from "../../long-form.ts";
import { anyColour } from "./colours.ts";

describe("contrast", () => {
  // Published: W3C's techniques G17 and G18, and WebAIM's and Deque's well-known greys, to two decimals.
  it.each([
    ["#000000", "#ffffff", 21],
    ["#767676", "#ffffff", 4.54],
    ["#777777", "#ffffff", 4.48],
    ["#949494", "#ffffff", 3.03],
    ["#959595", "#ffffff", 2.99],
    ["#ff0000", "#ffffff", 4.0],
    ["#0000ff", "#ffffff", 8.59],
    ["#ffff00", "#ffffff", 1.07],
    ["#00ff00", "#000000", 15.3],
  ])("of %s and %s is %f", (one, other, expected) => {
    // Published figures are rounded or cut to two decimals.
    expect(Math.abs(contrastRatio(one, other) - expected)).toBeLessThan(0.006);
  });

  it("is the same both ways, 1 at least and 21 at most, and 1 for a colour on itself", () => {
    fc.assert(
      fc.property(anyColour, anyColour, (one, other) => {
        expect(contrastRatio(one, other)).toBe(contrastRatio(other, one));
        expect(contrastRatio(one, other)).toBeGreaterThanOrEqual(1);
        expect(contrastRatio(one, other)).toBeLessThanOrEqual(21);
        expect(contrastRatio(one, one)).toBe(1);
      }),
    );
  });

  it("is enough for text with black or with white, on any colour: advice can always be given", () => {
    fc.assert(
      fc.property(anyColour, (colour) => {
        const best = Math.max(contrastRatio(colour, "#000000"), contrastRatio(colour, "#ffffff"));
        expect(best).toBeGreaterThanOrEqual(4.5);
      }),
    );
  });

  it("grows with light", () => {
    const greys = Array.from({ length: 256 }, (_, i) => `#${i.toString(16).padStart(2, "0").repeat(3)}`);
    const luminances = greys.map(relativeLuminance);
    expect(luminances).toEqual([...luminances].sort((a, b) => a - b));
    expect([luminances[0], luminances[255]]).toEqual([0, 1]);
  });
});

describe("OKLCH", () => {
  // CSS Color 4, sample values of its sections 9.3 and 9.4 and of the Web Platform Tests: lightness, chroma, degrees.
  it.each([
    ["#ffffff", 1, 0, undefined],
    ["#000000", 0, 0, undefined],
    ["#ff0000", 0.628, 0.2577, 29.23],
    ["#00ff00", 0.8664, 0.2948, 142.5],
    ["#0000ff", 0.452, 0.3132, 264.05],
    ["#008000", 0.5198, 0.1769, 142.5],
  ])("of %s", (colour, lightness, chroma, degrees) => {
    const found = toOklch(colour);
    expect(found.lightness).toBeCloseTo(lightness, 3);
    expect(found.chroma).toBeCloseTo(chroma, 3);
    if (degrees !== undefined) expect(((found.hue * 180) / Math.PI + 360) % 360).toBeCloseTo(degrees, 1);
  });

  it("there and back is the same colour", () => {
    fc.assert(
      fc.property(anyColour, (colour) => {
        expect(fromOklch(toOklch(colour))).toBe(colour);
      }),
      { numRuns: runs(1000, 100_000) },
    );
  });
});
