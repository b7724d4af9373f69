/** The colours of the window, in the order in which a profile names them. */
export const colourNames = [
  "ground",
  "surface",
  "text",
  "quiet",
  "line",
  "accent",
  "on_accent",
  "problem",
  "success",
  "uncertain",
  "card",
  "on_card",
] as const;
export type ColourName = (typeof colourNames)[number];
/** Each colour as "#rrggbb". */
export type Palette = Readonly<Record<ColourName, string>>;

export const themes = ["light", "dark"] as const;
export type Theme = (typeof themes)[number];

/** The defaults: ink blue on cool greys, calm enough that only problem, success and uncertainty stand out. */
export const defaultColours: Readonly<Record<Theme, Palette>> = {
  light: {
    ground: "#f3f5f7",
    surface: "#ffffff",
    text: "#17212b",
    quiet: "#4a5763",
    line: "#74808c",
    accent: "#0a4d8c",
    on_accent: "#ffffff",
    problem: "#a3161c",
    success: "#14603a",
    uncertain: "#7a4a00",
    card: "#0a4d8c",
    on_card: "#ffffff",
  },
  dark: {
    ground: "#0f151b",
    surface: "#18212a",
    text: "#eef2f5",
    quiet: "#b2bdc8",
    line: "#7f8c99",
    accent: "#8cc0f5",
    on_accent: "#0b1c2c",
    problem: "#ffa3a0",
    success: "#85d7a8",
    uncertain: "#f2c170",
    card: "#0a4d8c",
    on_card: "#ffffff",
  },
};
