import { isAsciiDigit } from "./ascii.ts";
import { areNeighbours, findPasscodeFault, fold } from "./passcode.ts";

/** How hard a passcode is to guess, as told while one is chosen. It only advises: `findPasscodeFault` alone decides. */
export type PasscodeStrength = "guessable" | "fair" | "strong";

/** From how many points on: ten digits without a pattern, two words; a few words, or fewer of every kind of character. */
const FAIR_FROM = 10;
const STRONG_FROM = 16;
/** What each further kind of character is worth. */
const POINTS_FOR_VARIETY = 2;

const kinds: readonly ((byte: number) => boolean)[] = [
  isAsciiDigit,
  (byte) => byte >= 0x41 && byte <= 0x5a,
  (byte) => byte >= 0x61 && byte <= 0x7a,
  (byte) => !isAsciiDigit(byte) && (fold(byte) < 0x61 || fold(byte) > 0x7a),
];

/**
 * Judges a passcode by what is new in it: each character that neither repeats the one before, nor follows it on a keyboard
 * or in the alphabet, nor makes a pair that was there already.
 * @param passcode as bytes; never a string, and no copy is made
 * @returns null while it is too short or has what no passcode may have
 */
export function passcodeStrength(passcode: Uint8Array): PasscodeStrength | null {
  const fault = findPasscodeFault(passcode);
  if (fault === "ERR_PASSCODE_LENGTH" || fault === "ERR_PASSCODE_CHARACTERS") return null;
  if (fault !== null) return "guessable";
  let points = -POINTS_FOR_VARIETY;
  for (const isOfKind of kinds) if (passcode.some(isOfKind)) points += POINTS_FOR_VARIETY;
  for (let at = 0; at < passcode.length; at++) if (isNews(passcode, at)) points++;
  if (points < FAIR_FROM) return "guessable";
  return points < STRONG_FROM ? "fair" : "strong";
}

function isNews(passcode: Uint8Array, at: number): boolean {
  const [before, here] = [fold(passcode[at - 1]), fold(passcode[at])];
  if (before === here || areNeighbours(before, here)) return false;
  for (let earlier = 1; earlier < at; earlier++) {
    if (fold(passcode[earlier - 1]) === before && fold(passcode[earlier]) === here) return false;
  }
  return true;
}
