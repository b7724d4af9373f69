import { words } from "./words/words.ts";

/** What a secret field takes, and the words for it. */
export interface SecretKind {
  /** @param code a character as Unicode names it */
  readonly accepts: (code: number) => boolean;
  readonly inputMode: "numeric" | "text";
  readonly count: (entered: number, capacity: number) => string;
  readonly refused: string;
  readonly full: (capacity: number) => string;
  /** Why nothing can be pasted; null where it can. */
  readonly noPaste: string | null;
  readonly countTestId: string;
}

/** The four digits at the till. */
export const cardPin: SecretKind = {
  accepts: (code) => code >= 0x30 && code <= 0x39,
  inputMode: "numeric",
  count: words.pin.count,
  refused: words.pin.digitsOnly,
  full: words.pin.full,
  noPaste: words.pin.noPaste,
  countTestId: "digit-count",
};

/** Printable ASCII, so that a passcode can be typed on every keyboard and is the same bytes on each. */
export const devicePasscode: SecretKind = {
  accepts: (code) => code >= 0x20 && code <= 0x7e,
  inputMode: "text",
  count: words.passcode.count,
  refused: words.passcode.refused,
  full: words.passcode.full,
  noPaste: null,
  countTestId: "character-count",
};
