import type { ErrorCode } from "../errors/error-codes.ts";

/**
 * How Solaris' PIN rules are read (guide "encrypted PIN change"; solaris-api §4, ambiguities 12–14). The guide's words
 * leave room: `documented` follows its examples, the other two are the stricter readings seen in other implementations.
 */
const readings = {
  /** Exactly four digits, no run up or down, no digit three times or more: 9,616 of 10,000. */
  documented: { runsMayWrap: true, fewestDifferent: 1 },
  /** The same, and a run may not go round the end either (7890, 0987): 9,610. */
  "no-wrap-runs": { runsMayWrap: false, fewestDifferent: 1 },
  /** As documented, and at least three different digits (so no 1122, 1212): 9,346. */
  "three-distinct": { runsMayWrap: true, fewestDifferent: 3 },
} as const;

export type PinRuleReading = keyof typeof readings;
export const pinRuleReadings = Object.keys(readings) as PinRuleReading[];
export const defaultPinRuleReading: PinRuleReading = "documented";

export const PIN_LENGTH = 4;
const ASCII_ZERO = 0x30;
const MOST_OF_ONE_DIGIT = 2;

/** The breaches that a PIN can have, as error codes. */
export type PinRuleBreach = Extract<
  ErrorCode,
  "ERR_PIN_DIGITS" | "ERR_PIN_SEQUENCE" | "ERR_PIN_REPEATED" | "ERR_PIN_TOO_FEW_DIFFERENT"
>;

/**
 * Says which rule a PIN breaks, if any. The window asks for the cardholder's sake, main asks as the gate.
 * @param pin ASCII digits as bytes; never a string (see design: the PIN is bytes)
 * @returns the first breach, or null when the PIN is allowed
 */
export function findPinRuleBreach(
  pin: Uint8Array,
  reading: PinRuleReading = defaultPinRuleReading,
): PinRuleBreach | null {
  const { runsMayWrap, fewestDifferent } = readings[reading];
  if (pin.length !== PIN_LENGTH || pin.some((byte) => byte < ASCII_ZERO || byte > ASCII_ZERO + 9))
    return "ERR_PIN_DIGITS";
  if (isRun(pin, 1, runsMayWrap) || isRun(pin, -1, runsMayWrap)) return "ERR_PIN_SEQUENCE";
  const counts = new Uint8Array(10);
  for (const byte of pin) counts[byte - ASCII_ZERO] = (counts[byte - ASCII_ZERO] ?? 0) + 1;
  const repeated = counts.some((count) => count > MOST_OF_ONE_DIGIT);
  const different = counts.filter((count) => count > 0).length;
  counts.fill(0);
  if (repeated) return "ERR_PIN_REPEATED";
  return different < fewestDifferent ? "ERR_PIN_TOO_FEW_DIFFERENT" : null;
}

/** Each digit is the one before plus `step`; where runs may not wrap, 9 and 0 are neighbours too. */
function isRun(pin: Uint8Array, step: 1 | -1, runsMayWrap: boolean): boolean {
  return pin.every((byte, i) => {
    if (i === 0) return true;
    const difference = byte - (pin[i - 1] ?? 0);
    return difference === step || (!runsMayWrap && difference === -9 * step);
  });
}
