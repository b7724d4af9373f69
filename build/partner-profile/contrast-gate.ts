import { contrastRatio } from "./contrast.ts";
import type { ColourName, Palette } from "./palette.ts";
import { mixInSrgb } from "./srgb.ts";

/** A background that the styles mix with `color-mix(in srgb, …)`: a share of one colour in another. */
interface Mix {
  readonly of: ColourName;
  readonly share: number;
  readonly into: ColourName;
}

/** The backgrounds that the styles mix: on hover, behind notices, and the light on a drawn card. */
export const mixes = {
  accent_hover: { of: "accent", share: 0.9, into: "text" },
  accent_tint: { of: "accent", share: 0.08, into: "surface" },
  line_tint: { of: "line", share: 0.08, into: "surface" },
  problem_tint: { of: "problem", share: 0.08, into: "surface" },
  success_tint: { of: "success", share: 0.08, into: "surface" },
  uncertain_tint: { of: "uncertain", share: 0.08, into: "surface" },
  card_sheen: { of: "card", share: 0.86, into: "on_card" },
} as const satisfies Readonly<Record<string, Mix>>;
type MixName = keyof typeof mixes;

/** WCAG 2.2, 1.4.3 (AA): text. */
const text = 4.5;
/** WCAG 2.2, 1.4.11: necessary parts that are not text, such as a field's border. */
const part = 3;

/** One colour that the window shows on another. */
interface ContrastPair {
  readonly foreground: ColourName;
  readonly background: ColourName | MixName;
  readonly minimum: number;
  /** Where the window shows it. */
  readonly use: string;
}

/** Every pair that the window shows. A new pair in the styles needs a row here. */
export const contrastPairs: readonly ContrastPair[] = [
  { foreground: "text", background: "ground", minimum: text, use: "text of the page" },
  { foreground: "text", background: "surface", minimum: text, use: "text of cards, fields and buttons" },
  { foreground: "text", background: "accent_tint", minimum: text, use: "text of buttons under the pointer" },
  { foreground: "text", background: "line_tint", minimum: text, use: "text of notices" },
  { foreground: "text", background: "problem_tint", minimum: text, use: "text of notices of problems" },
  { foreground: "text", background: "success_tint", minimum: text, use: "text of notices of success" },
  { foreground: "text", background: "uncertain_tint", minimum: text, use: "text of notices of what is not known" },
  { foreground: "quiet", background: "ground", minimum: text, use: "hints on the page" },
  { foreground: "quiet", background: "surface", minimum: text, use: "hints on cards" },
  { foreground: "quiet", background: "line_tint", minimum: text, use: "hints in notices" },
  { foreground: "line", background: "ground", minimum: part, use: "borders of fields and buttons, seen from the page" },
  { foreground: "line", background: "surface", minimum: part, use: "borders of fields and buttons, seen from inside" },
  { foreground: "accent", background: "ground", minimum: text, use: "links, the main button, the focus ring" },
  { foreground: "accent", background: "surface", minimum: text, use: "links and the focus ring on cards" },
  { foreground: "accent", background: "accent_tint", minimum: text, use: "links under the pointer" },
  { foreground: "on_accent", background: "accent", minimum: text, use: "text of the main button" },
  {
    foreground: "on_accent",
    background: "accent_hover",
    minimum: text,
    use: "text of the main button under the pointer",
  },
  { foreground: "problem", background: "ground", minimum: text, use: "what is wrong, said on the page" },
  { foreground: "problem", background: "surface", minimum: text, use: "what is wrong, said on cards" },
  { foreground: "problem", background: "problem_tint", minimum: text, use: "what is wrong, said in notices" },
  { foreground: "success", background: "ground", minimum: text, use: "what worked, said on the page" },
  { foreground: "success", background: "surface", minimum: text, use: "what worked, said on cards" },
  { foreground: "success", background: "success_tint", minimum: text, use: "what worked, said in notices" },
  { foreground: "uncertain", background: "ground", minimum: text, use: "what is not known, said on the page" },
  { foreground: "uncertain", background: "surface", minimum: text, use: "what is not known, said on cards" },
  { foreground: "uncertain", background: "uncertain_tint", minimum: text, use: "what is not known, said in notices" },
  { foreground: "on_card", background: "card", minimum: text, use: "text of a drawn card" },
  { foreground: "on_card", background: "card_sheen", minimum: text, use: "text of a drawn card, where it is lightest" },
];

/** A pair below its minimum contrast. */
interface ContrastBreach {
  readonly pair: ContrastPair;
  readonly background: string;
  readonly measured: number;
}

/** Measures the pairs of a palette. */
export function findBreaches(palette: Palette): readonly ContrastBreach[] {
  return contrastPairs.map((pair) => measure(pair, palette)).filter(({ pair, measured }) => measured < pair.minimum);
}

/** Whether every pair with this colour has enough contrast. */
export function isSeen(name: ColourName, palette: Palette): boolean {
  return contrastPairs.every(
    (pair) => !partsOf(pair).includes(name) || measure(pair, palette).measured >= pair.minimum,
  );
}

function measure(pair: ContrastPair, palette: Palette): ContrastBreach {
  const background = groundOf(pair.background, palette);
  return { pair, background, measured: contrastRatio(palette[pair.foreground], background) };
}

function groundOf(name: ColourName | MixName, palette: Palette): string {
  const mix = mixOf(name);
  return mix === undefined ? palette[name as ColourName] : mixInSrgb(palette[mix.of], mix.share, palette[mix.into]);
}

function partsOf({ foreground, background }: ContrastPair): readonly string[] {
  const mix = mixOf(background);
  return mix === undefined ? [foreground, background] : [foreground, mix.of, mix.into];
}

const mixOf = (name: string): Mix | undefined => (mixes as Readonly<Record<string, Mix>>)[name];
