import { daysAndMonths, monthsAndDays, years } from "./dates.mjs";
import { mirrored, pairs, steps, wellKnownNumbers } from "./digit-patterns.mjs";
import { keypadLines, keypadShapes, spelled } from "./keypad-walks.mjs";

/**
 * How people choose PINs, according to studies:
 * - Bonneau et al. 2012, "A birthday present every eleven wallets? The security of customer-chosen banking PINs"
 * - Markert et al. 2020, "This PIN can be easily guessed": dates, memorable numbers, patterns; and a list of about a tenth
 *   of all PINs works best: a shorter one hardly slows a thief, a longer one annoys more than it helps
 * - Casimiro et al. 2020, "A quest for inspiration: how users create and reuse PINs": important dates above all
 *
 * Not in the list: a day or month with a year (DDYY, MMYY), 3,100 PINs by themselves. The check against the cardholder's own
 * birth date covers them (src-renderer/secrets/birth-date.ts).
 *
 * @typedef {object} Strategy
 * @property {string} reason its name in the program
 * @property {string} source who found it; "inferred" if it extends what they found
 * @property {number} adds how many PINs it adds to the strategies before it, not counting those that the card service refuses
 * @property {() => readonly string[]} pins
 */

/** Four-letter words for love, greeting, home and money in the window's five languages. */
const words = "love kiss sexy amor ciao hola home cash card bank code euro geld".split(" ");

/**
 * In the order in which a PIN with several reasons is explained: first what is visible, then what one has to know.
 * @type {readonly Strategy[]}
 */
export const strategies = [
  {
    // From the birth date check's first year until today's cards expire: the years in which cardholders, and people they
    // think of, were born, married or promoted.
    reason: "year",
    source: "Bonneau et al. 2012; Casimiro et al. 2020",
    adds: 127,
    pins: () => years(1900, 2030),
  },
  {
    reason: "pairs",
    source: "Bonneau et al. 2012: repeated pairs (4747); inferred: digits doubled one after the other (4477)",
    adds: 178,
    pins: pairs,
  },
  {
    reason: "mirrored",
    source: "inferred from the repeated pairs: as few digits to keep in mind",
    adds: 88,
    pins: mirrored,
  },
  {
    reason: "steps",
    source:
      "Bonneau et al. 2012: up and down in order; inferred: in steps of two and three, for whom the rule forbids 1234",
    adds: 20,
    pins: steps,
  },
  {
    reason: "keypad-line",
    source: "Markert et al. 2020: patterns such as 2580; Bonneau et al. 2012",
    adds: 24,
    pins: keypadLines,
  },
  {
    reason: "keypad-shape",
    source: "Bonneau et al. 2012: adjacent keys, box, corners, cross",
    adds: 114,
    pins: keypadShapes,
  },
  {
    reason: "day-and-month",
    source: "Bonneau et al. 2012; Markert et al. 2020; Casimiro et al. 2020: birthdays and anniversaries",
    adds: 309,
    pins: daysAndMonths,
  },
  {
    reason: "month-and-day",
    source: "the same, where the month is written first",
    adds: 205,
    pins: monthsAndDays,
  },
  {
    reason: "spelled-word",
    source: "Bonneau et al. 2012: words spelled on the letters of the keys",
    adds: 13,
    pins: () => spelled(words),
  },
  {
    reason: "well-known-number",
    source: "Markert et al. 2020: memorable numbers",
    adds: 6,
    pins: wellKnownNumbers,
  },
];
