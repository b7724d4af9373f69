import { isPrintableAscii } from "./ascii.ts";

/**
 * The longest PIN of a token that can be entered here, in printable ASCII: PKCS#11 has no limit, and each keyboard other
 * characters (docs/hardware-key.md#the-pin).
 */
export const TOKEN_PIN_LONGEST = 64;

/** Whether it can be tried. Only the token knows its own rules. */
export function isTokenPin(pin: Uint8Array): boolean {
  return pin.length >= 1 && pin.length <= TOKEN_PIN_LONGEST && pin.every(isPrintableAscii);
}
