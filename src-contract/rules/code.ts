import { isAsciiDigit } from "./ascii.ts";

/** The length of every code that Solaris sends to a phone: the one-time code of a binding, and the TAN. */
export const CODE_LENGTH = 6;

/** A code as text, as the wire carries it. */
export const codeText = new RegExp(`^[0-9]{${CODE_LENGTH}}$`);

/** Whether bytes are such a code, as ASCII digits. Makes no copy. */
export function isCode(bytes: Uint8Array): boolean {
  return bytes.length === CODE_LENGTH && bytes.every(isAsciiDigit);
}
