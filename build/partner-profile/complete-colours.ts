import { nearestColour } from "./contrast-advice.ts";
import { isSeen } from "./contrast-gate.ts";
import { defaultColours, type Palette, type Theme } from "./palette.ts";

const black = "#000000";
const white = "#ffffff";

/** The colours in a profile: some, all, or none. */
type GivenColours = Readonly<Record<Theme, Partial<Palette>>>;

/** Fills in missing colours, so an accent alone is enough. Never changes a given colour. */
export function completeColours(given: GivenColours): Readonly<Record<Theme, Palette>> {
  const light = completeTheme("light", given);
  const dark = completeTheme("dark", given);
  return { light: withCard(light, "light", given), dark: withCard(dark, "dark", given, light.accent) };
}

/**
 * The drawn card's colours: a card looks alike in both themes, as the one of plastic does, so one theme's are the other's,
 * and without any it has the brand's accent.
 */
function withCard(palette: Palette, theme: Theme, given: GivenColours, brand = palette.accent): Palette {
  const own = given[theme];
  const other = given[theme === "light" ? "dark" : "light"];
  const inkOf = (card: string) =>
    [own.on_card, other.on_card, white, black].find(
      (ink) => ink !== undefined && isSeen("on_card", { ...palette, card, on_card: ink }),
    );
  const asked = own.card ?? other.card;
  const card = asked ?? nearestColour(brand, (colour) => inkOf(colour) !== undefined);
  return { ...palette, card, on_card: own.on_card ?? inkOf(card) ?? other.on_card ?? white };
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
  // Adjusts the brand's colour to this theme's lightness. If nothing is visible here, the gate reports which pair.
  const canBeSeen = (accent: string) => isSeen("accent", withAccent(accent));
  return withAccent([black, white].some(canBeSeen) ? nearestColour(ofOther, canBeSeen) : ofOther);
}

/** The theme's own ink if it is visible on the accent, else white or black. */
function inkOn(palette: Palette): string {
  const inks = [palette.on_accent, white, black];
  return inks.find((ink) => isSeen("on_accent", { ...palette, on_accent: ink })) ?? palette.on_accent;
}
