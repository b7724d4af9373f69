import { isAsciiDigit, isPrintableAscii } from "../../src-contract/rules/ascii.ts";
import { PIN_LENGTH } from "../../src-contract/rules/pin.ts";
import { isProxyPasswordCharacter } from "../../src-contract/rules/proxy-credentials.ts";
import { words } from "../words/words.ts";
import { asAsciiDigit } from "./digit-value.ts";
import { type PaintSecret, paintInField, paintInSlots } from "./paint-secret.ts";

/** What is said of showing an entry for a moment. */
export interface Revealing {
  readonly show: string;
  readonly hide: string;
  readonly shown: (values: { readonly seconds: number }) => string;
  readonly hidden: string;
}

/** What a secret field accepts, and its words in the current language. */
export interface SecretKind {
  /** Maps a character of another keyboard to the one it stands for; without this each stands for itself. */
  readonly plain?: (code: number) => number;
  /** @param code a code point, mapped by `plain` */
  readonly accepts: (code: number) => boolean;
  readonly inputMode: "numeric" | "text";
  /** How many slots to draw; null if the cardholder chooses the length. */
  readonly slots: number | null;
  readonly count: (entered: number, capacity: number) => string;
  readonly refused: () => string;
  readonly full: (capacity: number) => string;
  /** Why pasting is refused; null if it is allowed. */
  readonly noPaste: (() => string) | null;
  /** How it is painted over its field for a moment; null if it is never shown. */
  readonly reveal: { readonly paint: PaintSecret; readonly text: () => Revealing } | null;
  readonly countTestId: string;
}

/** The card PIN. */
export const cardPin: SecretKind = {
  plain: asAsciiDigit,
  accepts: isAsciiDigit,
  inputMode: "numeric",
  slots: PIN_LENGTH,
  count: (entered, length) => words().pin.count({ entered, length }),
  refused: () => words().pin.digitsOnly,
  full: (length) => words().pin.full({ length }),
  noPaste: () => words().pin.noPaste,
  reveal: { paint: paintInSlots, text: () => words().reveal },
  countTestId: "digit-count",
};

/**
 * Printable ASCII, so a passcode can be typed on every keyboard and is the same bytes on each. Digits of other scripts map
 * to their value, full-width forms to their base character. ASCII stays unchanged, so earlier passcodes still work.
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
  reveal: { paint: paintInField, text: () => words().passcode.reveal },
  countTestId: "character-count",
};

/** The PIN of a token: printable ASCII, as a passcode, and never its own idea of what a good one is. */
export const tokenPin: SecretKind = {
  ...devicePasscode,
  refused: () => words().token.refused,
  full: (most) => words().token.full({ most }),
  reveal: { paint: paintInField, text: () => words().token.reveal },
};

/** ISO 8859-1, one byte per character; main encodes it for the proxy (RFC 7617 §2.1). */
export const proxyPassword: SecretKind = {
  accepts: isProxyPasswordCharacter,
  inputMode: "text",
  slots: null,
  count: (entered) => words().passcode.count({ entered }),
  refused: () => words().proxy.refused,
  full: (most) => words().proxy.full({ most }),
  noPaste: null,
  reveal: null,
  countTestId: "character-count",
};

/** Maps every kind of space to the ASCII one (RFC 8265, section 4.2.2, rule 2). */
function asSpace(code: number): number {
  return code > 0x7f && /^\p{Zs}$/u.test(String.fromCodePoint(code)) ? 0x20 : code;
}

/**
 * Maps the full-width forms of East Asian input methods back to ASCII (Unicode block "Halfwidth and Fullwidth Forms", in
 * ASCII's order).
 */
function asOrdinaryWidth(code: number): number {
  return code >= 0xff01 && code <= 0xff5e ? code - 0xfee0 : code;
}
