/** The code of `0`; the other digits follow it. */
export const ASCII_ZERO = 0x30;

/** Whether a byte or a code point is one of `0` to `9`. */
export function isAsciiDigit(code: number): boolean {
  return code >= ASCII_ZERO && code <= ASCII_ZERO + 9;
}

/** Whether it is one of ASCII's visible characters or the space (RFC 20 §4). */
export function isPrintableAscii(code: number): boolean {
  return code >= 0x20 && code <= 0x7e;
}
