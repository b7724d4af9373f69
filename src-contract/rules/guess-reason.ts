import { type GuessReason, guessablePins } from "./guessable-pins.ts";
import { PIN_LENGTH } from "./pin.ts";

const reasons = Object.keys(guessablePins) as GuessReason[];

/**
 * Says why a PIN is among those that a thief tries first, if it is. The window asks to warn the cardholder, main asks as
 * the gate where the partner's policy refuses such PINs.
 * @param pin ASCII digits as bytes; never a string, and no copy is made
 * @returns the first reason in the order of the list, or null when there is none
 */
export function findGuessReason(pin: Uint8Array): GuessReason | null {
  if (pin.length !== PIN_LENGTH) return null;
  return reasons.find((reason) => isAmong(guessablePins[reason], pin)) ?? null;
}

/** Digit by digit in place: cutting the list up would make a string of the PIN that is found. */
function isAmong(pins: string, pin: Uint8Array): boolean {
  for (let start = 0; start < pins.length; start += PIN_LENGTH) {
    if (pin.every((byte, at) => byte === pins.charCodeAt(start + at))) return true;
  }
  return false;
}
