import { isAsciiDigit, isPrintableAscii } from "../../src-contract/rules/ascii.ts";
import { PIN_LENGTH } from "../../src-contract/rules/pin.ts";
import { isProxyPasswordCharacter } from "../../src-contract/rules/proxy-credentials.ts";
import { words } from "../words/words.ts";
import { asAsciiDigit } from "./digit-value.ts";

/** What a secret field takes, and the words for it, in the language of the moment. */
export interface SecretKind {
  /** What a character of another keyboard stands for; without this each stands for itself. */
  readonly plain?: (code: number) => number;
  /** @param code a character as Unicode names it, and as `plain` has it */
  readonly accepts: (code: number) => boolean;
  readonly inputMode: "numeric" | "text";
  /** How many places are drawn; null where the length is the cardholder's choice. */
  readonly slots: number | null;
  readonly count: (entered: number, capacity: number) => string;
  readonly refused: () => string;
  readonly full: (capacity: number) => string;
  /** Why nothing can be pasted; null where it can. */
  readonly noPaste: (() => string) | null;
  readonly countTestId: string;
}

/** The four digits at the till. */
export const cardPin: SecretKind = {
  plain: asAsciiDigit,
  accepts: isAsciiDigit,
  inputMode: "numeric",
  slots: PIN_LENGTH,
  count: (entered, length) => words().pin.count({ entered, length }),
  refused: () => words().pin.digitsOnly,
  full: (length) => words().pin.full({ length }),
  noPaste: () => words().pin.noPaste,
  countTestId: "digit-count",
};

/**
 * Printable ASCII, so that a passcode can be typed on every keyboard and is the same bytes on each: digits of other scripts
 * count by value, full-width forms as what they are forms of. ASCII stays as it is, so every passcode set before still opens.
 */
export const devicePasscode: SecretKind = {
  plain: (code) => asAsciiDigit(asOrdinaryWidth(asSpace(code))),
  accepts: isPrintableAscii,
  inputMode: "text",
  slots: null,
  count: (entered) => words().passcode.count({ entered }),
  refused: () => words().passcode.refused,
  full: (most) => words().passcode.full({ most }),
  noPaste: null,
  countTestId: "character-count",
};

/** What fits into ISO 8859-1, a byte for each character; main makes of it what the proxy is sent (RFC 7617 §2.1). */
export const proxyPassword: SecretKind = {
  accepts: isProxyPasswordCharacter,
  inputMode: "text",
  slots: null,
  count: (entered) => words().passcode.count({ entered }),
  refused: () => words().proxy.refused,
  full: (most) => words().proxy.full({ most }),
  noPaste: null,
  countTestId: "character-count",
};

/** A blank of whatever kind as the space that it looks like (RFC 8265, section 4.2.2, rule 2). */
function asSpace(code: number): number {
  return code > 0x7f && /^\p{Zs}$/u.test(String.fromCodePoint(code)) ? 0x20 : code;
}

/** What East Asian input methods make of ASCII (Unicode block "Halfwidth and Fullwidth Forms", in ASCII's order). */
function asOrdinaryWidth(code: number): number {
  return code >= 0xff01 && code <= 0xff5e ? code - 0xfee0 : code;
}
