import { nearestColour } from "./contrast-advice.ts";
import { isSeen } from "./contrast-gate.ts";
import { defaultColours, type Palette, type Theme } from "./palette.ts";

const black = "#000000";
const white = "#ffffff";

/** What a profile says of its colours: some of them, all of them, or none. */
type GivenColours = Readonly<Record<Theme, Partial<Palette>>>;

/** Fills in what a profile does not say, so that an accent alone is enough. Nothing that it does say is changed. */
export function completeColours(given: GivenColours): Readonly<Record<Theme, Palette>> {
  return { light: completeTheme("light", given), dark: completeTheme("dark", given) };
}

function completeTheme(theme: Theme, given: GivenColours): Palette {
  const palette: Palette = { ...defaultColours[theme], ...given[theme] };
  const withAccent = (accent: string) => ({
    ...palette,
    accent,
    on_accent: given[theme].on_accent ?? inkOn({ ...palette, accent }),
  });
  const ofOther = given[theme === "light" ? "dark" : "light"].accent;
  if (given[theme].accent !== undefined || ofOther === undefined) return withAccent(palette.accent);
  // The brand's colour as light or dark as this theme needs it, unless nothing is seen here; the gate then says of what.
  const canBeSeen = (accent: string) => isSeen("accent", withAccent(accent));
  return withAccent([black, white].some(canBeSeen) ? nearestColour(ofOther, canBeSeen) : ofOther);
}

/** The theme's own ink where it is seen on the accent, or white, or black. */
function inkOn(palette: Palette): string {
  const inks = [palette.on_accent, white, black];
  return inks.find((ink) => isSeen("on_accent", { ...palette, on_accent: ink })) ?? palette.on_accent;
}
