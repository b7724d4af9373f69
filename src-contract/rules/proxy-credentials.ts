import { isPrintableAscii } from "./ascii.ts";

/** How much a cardholder can enter for a proxy, in characters: what directories allow, and some more. */
export const PROXY_NAME_LONGEST = 256;
export const PROXY_PASSWORD_LONGEST = 128;

/** Whether a character of a password is one of ISO 8859-1, a byte for each, that is no control character (RFC 7617 §2). */
export function isProxyPasswordCharacter(code: number): boolean {
  return isPrintableAscii(code) || (code >= 0xa0 && code <= 0xff);
}
