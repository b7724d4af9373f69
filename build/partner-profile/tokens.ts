import { colourNames, type Palette, type Theme } from "./palette.ts";

/**
 * The window's colours as CSS custom properties, `--on-accent` for `on_accent`. The dark ones follow the system, or the
 * cardholder's setting, which Electron presents as the system's.
 */
export function tokensOf(colours: Readonly<Record<Theme, Palette>>): string {
  const root = (palette: Palette) =>
    `:root {\n${colourNames.map((name) => `  --${name.replace("_", "-")}: ${palette[name]};\n`).join("")}}\n`;
  return `${root(colours.light)}\n@media (prefers-color-scheme: dark) {\n${root(colours.dark)}}\n`;
}
