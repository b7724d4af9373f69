import { isAsciiDigit } from "./ascii.ts";

/** Longer than any letter's code; how long they are is not documented (docs/solaris-api.md Q23). */
export const LETTER_CODE_LONGEST = 64;

/** Whether bytes can be the code of a letter: ASCII letters and digits (binding-codes.ts). Makes no copy. */
export function isLetterCode(bytes: Uint8Array): boolean {
  return bytes.length >= 1 && bytes.length <= LETTER_CODE_LONGEST && bytes.every(isOfLetterCode);
}

/** @param byte ASCII, or a code point */
export function isOfLetterCode(byte: number): boolean {
  return isAsciiDigit(byte) || (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);
}
