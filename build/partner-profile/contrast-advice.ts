import { findBreaches, isSeen } from "./contrast-gate.ts";
import { fromOklch, toOklch } from "./oklch.ts";
import { colourNames, type Palette } from "./palette.ts";

const black = "#000000";
const white = "#ffffff";
const steps = 250;

/**
 * The nearest acceptable colour of the same hue: changes the lightness, and the chroma only if a screen cannot show it.
 * Every hue ends in black and white, one of which must be acceptable.
 */
export function nearestColour(colour: string, willDo: (candidate: string) => boolean): string {
  if (willDo(colour)) return colour;
  const { lightness, chroma, hue } = toOklch(colour);
  for (let step = 1; step <= steps; step++) {
    for (const moved of [lightness - step / steps, lightness + step / steps]) {
      const candidate = fromOklch({ lightness: Math.min(Math.max(moved, 0), 1), chroma, hue });
      if (willDo(candidate)) return candidate;
    }
  }
  throw new Error(`no colour of the hue of ${colour} will do`);
}

/**
 * The palette with the fewest and smallest changes that pass the gate; keeps the ground. Starts with an all black or all
 * white palette, which always passes, and moves one colour after another back towards the requested one while everything
 * still passes, until none gets nearer. No colour ever moves away, because its current value passes, so this terminates.
 */
export function adviseColours(asked: Palette): Palette {
  let advised = inkPalette(asked);
  for (;;) {
    const before = advised;
    for (const name of colourNames) {
      const passes = (candidate: string) => isSeen(name, { ...advised, [name]: candidate });
      if (name !== "ground") advised = { ...advised, [name]: nearestColour(asked[name], passes) };
    }
    if (colourNames.every((name) => advised[name] === before[name])) return advised;
  }
}

/** Everything black or white, whichever is visible on the ground; changes the surface if it is not visible there too. */
function inkPalette(asked: Palette): Palette {
  const inked = (surface: string) =>
    [black, white]
      .map((ink) => {
        const onInk = ink === black ? white : black;
        // The drawn card's two are seen with each other alone, so a pair that passes stays as it is.
        const onCard = isSeen("on_card", asked) ? { card: asked.card, on_card: asked.on_card } : { on_card: onInk };
        return { ...fill(ink), ground: asked.ground, surface, on_accent: onInk, ...onCard };
      })
      .find((palette) => findBreaches(palette).length === 0);
  const surface = nearestColour(asked.surface, (candidate) => inked(candidate) !== undefined);
  return inked(surface) ?? asked;
}

function fill(ink: string): Palette {
  return Object.fromEntries(colourNames.map((name) => [name, ink])) as unknown as Palette;
}
