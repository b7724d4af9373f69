import fc from "fast-check";
import { colourNames, type Palette } from "../../../build/partner-profile/palette.ts";

export const anyColour: fc.Arbitrary<string> = fc
  .integer({ min: 0, max: 0xffffff })
  .map((number) => `#${number.toString(16).padStart(6, "0")}`);

/** Ten colours with nothing in common: almost always an unreadable window. */
export const anyPalette: fc.Arbitrary<Palette> = fc
  .tuple(...colourNames.map(() => anyColour))
  .map((colours) => Object.fromEntries(colourNames.map((name, i) => [name, colours[i]])) as unknown as Palette);
