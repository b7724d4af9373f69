import { ASCII_ZERO, isAsciiDigit } from "../../src-contract/rules/ascii.ts";

const decimalDigit = /^\p{Nd}$/u;

/**
 * The value of a decimal digit of whatever script: full-width, Arabic-Indic, Persian, Devanagari … Unicode gives each script
 * its ten in a row that begins with the zero (The Unicode Standard, section 4.6), so how many stand before one tells it.
 * @param code a character as Unicode names it
 * @returns 0 to 9; null where it is no decimal digit
 */
export function digitValue(code: number): number | null {
  // Most are ASCII, of which no string is made here.
  if (code < 0x80) return isAsciiDigit(code) ? code - ASCII_ZERO : null;
  if (!isDecimalDigit(code)) return null;
  let before = 0;
  while (isDecimalDigit(code - before - 1)) before++;
  return before % 10; // rows of two scripts may touch
}

/** A digit as the ASCII one of its value, any other character as it is. */
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
