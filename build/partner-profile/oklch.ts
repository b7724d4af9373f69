import { fromLinearRgb, type LinearRgb, toLinearRgb } from "./srgb.ts";

/**
 * A colour as people perceive it: lightness (0 to 1), chroma, and hue (radians). Unlike in HSL, changing only the lightness
 * keeps the perceived hue. Björn Ottosson, https://bottosson.github.io/posts/oklab/; CSS Color 4 §9.4.
 */
interface Oklch {
  readonly lightness: number;
  readonly chroma: number;
  readonly hue: number;
}

export function toOklch(colour: string): Oklch {
  const [red, green, blue] = toLinearRgb(colour);
  const long = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const medium = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const short = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  const a = 1.9779984951 * long - 2.428592205 * medium + 0.4505937099 * short;
  const b = 0.0259040371 * long + 0.7827717662 * medium - 0.808675766 * short;
  return {
    lightness: 0.2104542553 * long + 0.793617785 * medium - 0.0040720468 * short,
    chroma: Math.hypot(a, b),
    hue: Math.atan2(b, a),
  };
}

/**
 * The "#rrggbb" of this lightness and hue, with the requested chroma or the most that a screen can show (CSS Color 4 §13.2).
 */
export function fromOklch({ lightness, chroma, hue }: Oklch): string {
  const whole = toLight(lightness, chroma, hue);
  if (canBeShown(whole)) return fromLinearRgb(whole);
  let shown = 0;
  let tooMuch = chroma;
  for (let i = 0; i < 20; i++) {
    const middle = (shown + tooMuch) / 2;
    if (canBeShown(toLight(lightness, middle, hue))) shown = middle;
    else tooMuch = middle;
  }
  return fromLinearRgb(toLight(lightness, shown, hue));
}

function toLight(lightness: number, chroma: number, hue: number): LinearRgb {
  const a = chroma * Math.cos(hue);
  const b = chroma * Math.sin(hue);
  const long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short,
  ];
}

/** With tolerance for the matrices' rounding: white comes out as 1.0000003. */
function canBeShown(light: LinearRgb): boolean {
  return light.every((channel) => channel >= -1e-5 && channel <= 1 + 1e-5);
}
