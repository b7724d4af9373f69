import { PIN_LENGTH } from "../../src-preload/contract/pin-rules.ts";
import { words } from "../words/words.ts";

/** What a secret field takes, and the words for it, in the language of the moment. */
export interface SecretKind {
  /** @param code a character as Unicode names it */
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
  accepts: (code) => code >= 0x30 && code <= 0x39,
  inputMode: "numeric",
  slots: PIN_LENGTH,
  count: (entered, length) => words.pin.count({ entered, length }),
  refused: () => words.pin.digitsOnly,
  full: (length) => words.pin.full({ length }),
  noPaste: () => words.pin.noPaste,
  countTestId: "digit-count",
};

/** Printable ASCII, so that a passcode can be typed on every keyboard and is the same bytes on each. */
export const devicePasscode: SecretKind = {
  accepts: (code) => code >= 0x20 && code <= 0x7e,
  inputMode: "text",
  slots: null,
  count: (entered) => words.passcode.count({ entered }),
  refused: () => words.passcode.refused,
  full: (most) => words.passcode.full({ most }),
  noPaste: null,
  countTestId: "character-count",
};
