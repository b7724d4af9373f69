import { findBreaches, isSeen } from "./contrast-gate.ts";
import { fromOklch, toOklch } from "./oklch.ts";
import { colourNames, type Palette } from "./palette.ts";

const black = "#000000";
const white = "#ffffff";
const steps = 250;

/**
 * The nearest colour of the same hue that will do: the lightness moves, and the colour fades only where a screen has none
 * so strong. Every hue ends in black and in white, so one of the two must do.
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
 * The same palette with as few colours moved as it takes to pass the gate, and each as little as it takes; the ground is
 * kept. It begins with a palette that passes whatever was asked for, all black or all white, and brings one colour after
 * the other back towards what was asked for, as far as everything still passes, until none comes nearer. None ever goes
 * further away, because where it is passes, so this ends.
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

/** Everything in the one of black and white that is seen on the ground, and the surface moved if that is not seen on it too. */
function inkPalette(asked: Palette): Palette {
  const inked = (surface: string) =>
    [black, white]
      .map((ink) => ({ ...fill(ink), ground: asked.ground, surface, on_accent: ink === black ? white : black }))
      .find((palette) => findBreaches(palette).length === 0);
  const surface = nearestColour(asked.surface, (candidate) => inked(candidate) !== undefined);
  return inked(surface) ?? asked;
}

function fill(ink: string): Palette {
  return Object.fromEntries(colourNames.map((name) => [name, ink])) as unknown as Palette;
}
