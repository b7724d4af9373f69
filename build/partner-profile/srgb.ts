/** Linear red, green and blue, each 0 to 1. */
export type LinearRgb = readonly [red: number, green: number, blue: number];

/**
 * Converts a "#rrggbb" to linear light by the transfer function of sRGB (IEC 61966-2-1, and WCAG 2.2, relative luminance).
 */
export function toLinearRgb(colour: string): LinearRgb {
  const channel = (from: number) => {
    const encoded = Number.parseInt(colour.slice(from, from + 2), 16) / 255;
    return encoded <= 0.04045 ? encoded / 12.92 : ((encoded + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

/** The "#rrggbb" nearest to this light, clipped to what a screen can show. */
export function fromLinearRgb(light: LinearRgb): string {
  const channels = light.map((linear) => {
    const encoded = linear <= 0.0031308 ? linear * 12.92 : 1.055 * linear ** (1 / 2.4) - 0.055;
    const byte = Math.round(Math.min(Math.max(encoded, 0), 1) * 255);
    return byte.toString(16).padStart(2, "0");
  });
  return `#${channels.join("")}`;
}

/** The result of `color-mix(in srgb, one share, other)`: mixed in encoded sRGB, not in linear light (CSS Color 5 §3). */
export function mixInSrgb(one: string, share: number, other: string): string {
  const channels = [1, 3, 5].map((from) => {
    const [a, b] = [one, other].map((colour) => Number.parseInt(colour.slice(from, from + 2), 16));
    return Math.round((a ?? 0) * share + (b ?? 0) * (1 - share));
  });
  return `#${channels.map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}
