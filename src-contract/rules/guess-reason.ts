import { type GuessReason, guessablePins } from "./guessable-pins.ts";
import { PIN_LENGTH } from "./pin.ts";

const reasons = Object.keys(guessablePins) as GuessReason[];

/**
 * Says why a PIN is among those that a thief tries first, if it is. The window uses it to warn the cardholder; main uses it
 * to refuse such PINs if the partner's policy says so.
 * @param pin ASCII digits as bytes; never a string, and no copy is made
 * @returns the first reason in the list's order, or null
 */
export function findGuessReason(pin: Uint8Array): GuessReason | null {
  if (pin.length !== PIN_LENGTH) return null;
  return reasons.find((reason) => isAmong(guessablePins[reason], pin)) ?? null;
}

/** Compares digit by digit in place: splitting the list would create a string with the PIN. */
function isAmong(pins: string, pin: Uint8Array): boolean {
  for (let start = 0; start < pins.length; start += PIN_LENGTH) {
    if (pin.every((byte, at) => byte === pins.charCodeAt(start + at))) return true;
  }
  return false;
}
