import type { ErrorCode } from "../errors/error-codes.ts";
import { ASCII_ZERO, isAsciiDigit } from "./ascii.ts";

export const PIN_LENGTH = 4;
const MOST_OF_ONE_DIGIT = 2;

/** The rules that a PIN can break, as error codes. */
export type PinRuleBreach = Extract<ErrorCode, "ERR_PIN_DIGITS" | "ERR_PIN_SEQUENCE" | "ERR_PIN_REPEATED">;

/** Whether bytes are as many ASCII digits as a PIN has. Makes no copy. */
export function isPin(bytes: Uint8Array): boolean {
  return bytes.length === PIN_LENGTH && bytes.every(isAsciiDigit);
}

/**
 * Says which rule a PIN breaks, if any: exactly four digits, no run up or down, no digit three times or more. That is how we
 * read Solaris' words (docs/solaris-api.md §4, Q12 to Q14); 9,616 of 10,000 PINs are left. The window uses it to tell the
 * cardholder early; main enforces it.
 * @param pin ASCII digits as bytes; never a string, and no copy is made
 * @returns the first broken rule, or null
 */
export function findPinRuleBreach(pin: Uint8Array): PinRuleBreach | null {
  if (!isPin(pin)) return "ERR_PIN_DIGITS";
  if (isRun(pin, 1) || isRun(pin, -1)) return "ERR_PIN_SEQUENCE";
  const counts = new Uint8Array(10);
  for (const byte of pin) counts[byte - ASCII_ZERO] = (counts[byte - ASCII_ZERO] ?? 0) + 1;
  const repeated = counts.some((count) => count > MOST_OF_ONE_DIGIT);
  counts.fill(0);
  return repeated ? "ERR_PIN_REPEATED" : null;
}

/** Whether each digit is the previous one plus `step`; a run ends at 9 and at 0. */
function isRun(pin: Uint8Array, step: 1 | -1): boolean {
  return pin.every((byte, i) => i === 0 || byte - (pin[i - 1] ?? 0) === step);
}
