import { strategies } from "./strategies.mjs";

const PINS_PER_LINE = 27;

/**
 * Derives the guessable PINs from the strategies: each PIN once, under its first reason in order.
 * @param {(pin: string) => boolean} isAllowed whether the card service would accept the PIN; others need no advice
 * @returns {Map<string, string[]>} the PINs of each reason
 */
export function deriveGuessablePins(isAllowed) {
  const seen = new Set();
  const take = (/** @type {string} */ pin) => {
    const isNew = isAllowed(pin) && !seen.has(pin);
    seen.add(pin);
    return isNew;
  };
  return new Map(strategies.map(({ reason, pins }) => [reason, pins().filter(take).sort()]));
}

/** The source of the contract's file, formatted. @param {Map<string, string[]>} pinsOfReasons */
export function sourceOf(pinsOfReasons) {
  const reasons = [...pinsOfReasons.keys()];
  const entries = [...pinsOfReasons].map(([reason, pins]) => `  ${keyOf(reason)}:${stringOf(pins)},\n`);
  return `// Written by \`npm run guessable-pins\` from the strategies in build/guessable-pins/: change those, not this file.

/** Why a PIN is easily guessed. */
export type GuessReason =
${reasons.map((reason) => `  | "${reason}"`).join("\n")};

/** The PINs of each reason, four digits after four digits. */
export const guessablePins: Readonly<Record<GuessReason, string>> = {
${entries.join("")}};
`;
}

/** Quoted if necessary. @param {string} reason */
function keyOf(reason) {
  return reason.includes("-") ? `"${reason}"` : reason;
}

/** The PINs in one string, over as many lines as it takes. @param {readonly string[]} pins */
function stringOf(pins) {
  const digits = pins.join("");
  const lines = (digits.match(new RegExp(`.{1,${4 * PINS_PER_LINE}}`, "g")) ?? []).map((line) => `"${line}"`);
  return lines.length === 1 ? ` ${lines[0]}` : `\n    ${lines.join(" +\n    ")}`;
}
