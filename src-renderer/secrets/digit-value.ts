import { ASCII_ZERO, isAsciiDigit } from "../../src-contract/rules/ascii.ts";

const decimalDigit = /^\p{Nd}$/u;

/**
 * The value of a decimal digit in any script: full-width, Arabic-Indic, Persian, Devanagari … Unicode orders each script's
 * ten digits from zero (The Unicode Standard, section 4.6), so the number of digits before one is its value.
 * @param code a code point
 * @returns 0 to 9; null if it is not a decimal digit
 */
export function digitValue(code: number): number | null {
  // Most are ASCII, and need no string here.
  if (code < 0x80) return isAsciiDigit(code) ? code - ASCII_ZERO : null;
  if (!isDecimalDigit(code)) return null;
  let before = 0;
  while (isDecimalDigit(code - before - 1)) before++;
  return before % 10; // two scripts' digits may be adjacent
}

/** The ASCII digit of the same value; any other character unchanged. */
export function asAsciiDigit(code: number): number {
  const value = digitValue(code);
  return value === null ? code : ASCII_ZERO + value;
}

/** The same for each character of a text. */
export function withAsciiDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => String.fromCharCode(asAsciiDigit(digit.codePointAt(0) ?? 0)));
}

function isDecimalDigit(code: number): boolean {
  return decimalDigit.test(String.fromCodePoint(code));
}
