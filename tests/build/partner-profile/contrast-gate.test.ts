import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { completeColours } from "../../../build/partner-profile/complete-colours.ts";
import { contrastRatio } from "../../../build/partner-profile/contrast.ts";
import { adviseColours, nearestColour } from "../../../build/partner-profile/contrast-advice.ts";
import { contrastPairs, findBreaches, mixes } from "../../../build/partner-profile/contrast-gate.ts";
import { toOklch } from "../../../build/partner-profile/oklch.ts";
import { type ColourName, colourNames, defaultColours, themes } from "../../../build/partner-profile/palette.ts";
import { runs } from "../../long-form.ts";
import { anyColour, anyPalette } from "./colours.ts";

const names = (palette: Parameters<typeof findBreaches>[0]) =>
  findBreaches(palette).map(({ pair }) => `${pair.foreground} on ${pair.background}`);

describe("the table of pairs", () => {
  it("has each pair once, text at 4.5 and parts at 3, and every colour in it", () => {
    const both = contrastPairs.map(({ foreground, background }) => `${foreground} on ${background}`);
    expect(new Set(both).size).toBe(both.length);
    for (const { foreground, minimum } of contrastPairs) expect(minimum).toBe(foreground === "line" ? 3 : 4.5);
    const used = new Set<string>(contrastPairs.flatMap(({ foreground, background }) => [foreground, background]));
    expect([...used].sort()).toEqual([...colourNames, ...Object.keys(mixes)].sort());
  });
});

describe("the gate", () => {
  it.each(themes)("lets the default colours pass in %s", (theme) => {
    expect(findBreaches(defaultColours[theme])).toEqual([]);
  });

  it.each(contrastPairs.map((pair) => [`${pair.foreground} on ${pair.background}`, pair] as const))(
    "refuses %s below its minimum",
    (name, { foreground, background }) => {
      const mix = (mixes as Record<string, { of: ColourName; into: ColourName } | undefined>)[background];
      const parts = [foreground, ...(mix === undefined ? [background] : [mix.of, mix.into])];
      const palette = { ...defaultColours.light, ...Object.fromEntries(parts.map((part) => [part, "#808080"])) };
      expect(names(palette)).toContain(name);
    },
  );

  it("measures what the styles mix as the page would show it", () => {
    const { light } = defaultColours;
    const accent = "#4a7fb5"; // on white 4.1, and less on what is tinted by itself
    const found = findBreaches({ ...light, ground: "#ffffff", accent });
    const of = (pair: string) => found.find((one) => `${one.pair.foreground} on ${one.pair.background}` === pair);
    expect(of("accent on surface")?.background).toBe("#ffffff");
    expect(of("accent on accent_tint")?.background).toBe("#f1f5f9");
    expect(of("accent on accent_tint")?.measured).toBeLessThan(of("accent on surface")?.measured ?? 0);
  });

  it("draws the line at the minimum itself: #767676 is text on white, #777777 is not", () => {
    const onWhite = (success: string) => names({ ...defaultColours.light, ground: "#ffffff", success });
    expect(onWhite("#767676")).not.toContain("success on surface");
    expect(onWhite("#777777")).toContain("success on surface");
  });
});

describe("the gate's advice", () => {
  it("leaves what passes as it is", () => {
    for (const theme of themes) expect(adviseColours(defaultColours[theme])).toEqual(defaultColours[theme]);
  });

  it("always passes, whatever the colours were", () => {
    fc.assert(
      fc.property(anyPalette, (palette) => {
        expect(findBreaches(adviseColours(palette))).toEqual([]);
      }),
      { numRuns: runs(25, 250) },
    );
  });

  it("never moves the ground, and moves only what has to be moved", () => {
    fc.assert(
      fc.property(anyPalette, (palette) => {
        const advised = adviseColours(palette);
        expect(advised.ground).toBe(palette.ground);
        for (const name of colourNames) {
          if (advised[name] === palette[name]) continue;
          expect(findBreaches({ ...advised, [name]: palette[name] })).not.toEqual([]);
        }
      }),
      { numRuns: runs(25, 250) },
    );
  });

  it("keeps the hue", () => {
    fc.assert(
      fc.property(anyColour, anyPalette, (colour, palette) => {
        const moved = nearestColour(colour, (one) => contrastRatio(one, palette.ground) >= 4.5);
        const [before, after] = [toOklch(colour), toOklch(moved)];
        // A hue of almost nothing, or next to black, is a matter of rounding to whole bytes.
        const colourful = Math.min(before.chroma, after.chroma);
        fc.pre(colourful > 0.02 && after.lightness > 0.15);
        const turned = Math.abs(Math.atan2(Math.sin(after.hue - before.hue), Math.cos(after.hue - before.hue)));
        expect(turned * colourful).toBeLessThan(0.006);
        expect(after.chroma).toBeLessThan(before.chroma + 0.006);
      }),
      { numRuns: runs(500, 5000) },
    );
  });

  it("is the nearest: a little less, and it would not pass", () => {
    expect(nearestColour("#999999", (grey) => contrastRatio(grey, "#ffffff") >= 4.5)).toBe("#767676");
    expect(nearestColour("#666666", (grey) => contrastRatio(grey, "#000000") >= 4.5)).toBe("#757575");
  });
});

describe("colours that a profile does not name", () => {
  it("are the defaults", () => {
    expect(completeColours({ light: {}, dark: {} })).toEqual(defaultColours);
  });

  it("can be read together with any accent: the gate then speaks of that accent and its ink alone", () => {
    fc.assert(
      fc.property(anyColour, fc.constantFrom(...themes), (accent, theme) => {
        const completed = completeColours({ light: {}, dark: {}, [theme]: { accent } });
        expect(completed[theme].accent).toBe(accent);
        expect(names(completed[theme]).filter((pair) => !pair.includes("accent"))).toEqual([]);
        expect(names(completed[theme === "light" ? "dark" : "light"])).toEqual([]);
      }),
    );
  });

  it("draw a card in the accent of the light theme, alike in both, as far as one can read it", () => {
    fc.assert(
      fc.property(anyColour, (accent) => {
        const { light, dark } = completeColours({ light: { accent }, dark: {} });
        expect([dark.card, dark.on_card]).toEqual([light.card, light.on_card]);
        expect(findBreaches(light).some(({ pair }) => pair.foreground === "on_card")).toBe(false);
      }),
      { numRuns: runs(25, 250) },
    );
    expect(completeColours({ light: { accent: "#0b6a62" }, dark: {} }).dark).toMatchObject({
      card: "#0b6a62",
      on_card: "#ffffff",
    });
    const own = { card: "#ffd400", on_card: "#222222" };
    expect(completeColours({ light: {}, dark: own }).light).toMatchObject(own);
  });

  it("leave what is named alone", () => {
    fc.assert(
      fc.property(anyPalette, anyPalette, (light, dark) => {
        expect(completeColours({ light, dark })).toEqual({ light, dark });
      }),
    );
  });

  it("can be filled in around a ground and a surface on which nothing is seen; the gate says so", () => {
    const dark = { ground: "#000000", surface: "#ffffff" };
    const completed = completeColours({ light: { accent: "#0055aa" }, dark });
    expect(names(completed.dark)).toContain("text on surface");
    expect(findBreaches(adviseColours(completed.dark))).toEqual([]);
  });
});
