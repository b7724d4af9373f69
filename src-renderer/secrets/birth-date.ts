import { ASCII_ZERO } from "../../src-contract/rules/ascii.ts";

/**
 * The cardholder's own birth date, to check a new PIN against. No list stops a thief who knows it, and it is on the papers
 * in the same wallet (Bonneau et al. 2012). It stays in the screen that asks for it: nothing stores it or passes it to main.
 */
export interface BirthDate {
  readonly day: number;
  readonly month: number;
  /** With its century. */
  readonly year: number;
}

/** Why an entry is not a possible birth date. */
export type BirthDateFault = "no-such-day" | "before-1900" | "in-the-future";

const OLDEST_YEAR = 1900;
const BELOW_TEN = 10;

/** The order of a date's digits during comparison: tens and ones of day, month, century and year. */
const LAYOUT = "DdMmCcYy";

/** The year, and any two of day, month and short year: all that fits into four digits. */
const forms = ["CcYy", "DdMm", "MmDd", "DdYy", "YyDd", "MmYy", "YyMm"].map(placesOf);

/** The whole date, if day and month have one digit each (7 March 1984: 7384). */
const shortForms = ["dmYy", "mdYy", "Yydm", "Yymd"].map(placesOf);

/**
 * Says what is wrong with a birth date, if anything.
 * @param today by the computer's calendar; a later date is refused
 */
export function findBirthDateFault(date: BirthDate, today: Date): BirthDateFault | null {
  if (!isWhole(date)) return "no-such-day";
  if (date.year < OLDEST_YEAR) return "before-1900";
  if (!isDayOfCalendar(date)) return "no-such-day";
  return new Date(date.year, date.month - 1, date.day) > today ? "in-the-future" : null;
}

/**
 * Whether a PIN is made of a birth date, in one of the forms above, forwards or backwards.
 * @param pin ASCII digits as bytes; never a string, and no copy is made
 * @param date one without a fault
 */
export function isFromBirthDate(pin: Uint8Array, { day, month, year }: BirthDate): boolean {
  const digits = Uint8Array.of(...digitsOf(day, 2), ...digitsOf(month, 2), ...digitsOf(year, 4));
  const isIn = (form: readonly number[]) =>
    pin.length === form.length &&
    (pin.every((byte, at) => byte === digits[form.at(at) ?? 0]) ||
      pin.every((byte, at) => byte === digits[form.at(-1 - at) ?? 0]));
  const found = forms.some(isIn) || (day < BELOW_TEN && month < BELOW_TEN && shortForms.some(isIn));
  digits.fill(0);
  return found;
}

function placesOf(form: string): readonly number[] {
  return [...form].map((letter) => LAYOUT.indexOf(letter));
}

/** The last digits of a number, as ASCII. */
function digitsOf(number: number, count: number): number[] {
  return Array.from({ length: count }, (_, at) => ASCII_ZERO + (Math.trunc(number / 10 ** (count - 1 - at)) % 10));
}

function isWhole({ day, month, year }: BirthDate): boolean {
  return [day, month, year].every(Number.isInteger);
}

/** Day 0 of the next month is the last day of this one. */
function isDayOfCalendar({ day, month, year }: BirthDate): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= new Date(year, month, 0).getDate();
}
