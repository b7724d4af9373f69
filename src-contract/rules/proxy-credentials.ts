import { isPrintableAscii } from "./ascii.ts";

/** The longest credentials for a proxy, in characters: somewhat more than directories allow. */
export const PROXY_NAME_LONGEST = 256;
export const PROXY_PASSWORD_LONGEST = 128;

/** Whether a character is in ISO 8859-1, one byte each, and not a control character (RFC 7617 §2). */
export function isProxyPasswordCharacter(code: number): boolean {
  return isPrintableAscii(code) || (code >= 0xa0 && code <= 0xff);
}
