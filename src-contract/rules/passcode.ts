import type { ErrorCode } from "../errors/error-codes.ts";
import { isAsciiDigit, isPrintableAscii } from "./ascii.ts";
import { commonPasscodes } from "./common-passcodes.ts";

export const PASSCODE_SHORTEST = 6;
export const PASSCODE_LONGEST = 64;
/** Wrong passcodes in a row after which the restricted key is erased (PSD2 RTS article 4(3)(b): at most five). */
export const PASSCODE_ATTEMPTS = 5;

const FEWEST_DIFFERENT = 3;

/** Why a device passcode is not accepted, as error codes. */
export type PasscodeFault = Extract<
  ErrorCode,
  | "ERR_PASSCODE_LENGTH"
  | "ERR_PASSCODE_CHARACTERS"
  | "ERR_PASSCODE_REPEATED"
  | "ERR_PASSCODE_SEQUENCE"
  | "ERR_PASSCODE_COMMON"
>;

/** Digits and letters in order, and the ASCII keys of German, French and American keyboard rows. */
const rows = [
  "1234567890",
  "0123456789",
  "abcdefghijklmnopqrstuvwxyz",
  "qwertzuiop",
  "qwertyuiop",
  "azertyuiop",
  "asdfghjkl",
  "qsdfghjklm",
  "yxcvbnm",
  "zxcvbnm",
  "wxcvbn",
];

/**
 * Says what is wrong with a passcode, if anything: its form, or that an attacker would try it early, whatever its case. The
 * window uses it to tell the cardholder early; main enforces it.
 * @param passcode as bytes; never a string, and no copy is made
 * @returns the first fault, or null if it is acceptable
 */
export function findPasscodeFault(passcode: Uint8Array): PasscodeFault | null {
  if (!passcode.every(isPrintableAscii)) return "ERR_PASSCODE_CHARACTERS";
  if (passcode.length < PASSCODE_SHORTEST || passcode.length > PASSCODE_LONGEST) return "ERR_PASSCODE_LENGTH";
  if (hasTooFewDifferent(passcode) || isRepeatedPattern(passcode)) return "ERR_PASSCODE_REPEATED";
  if (rows.some((row) => isWithin(passcode, row, 1) || isWithin(passcode, row, -1))) return "ERR_PASSCODE_SEQUENCE";
  return isCommon(passcode) ? "ERR_PASSCODE_COMMON" : null;
}

function hasTooFewDifferent(passcode: Uint8Array): boolean {
  const isNew = (byte: number, at: number) => !passcode.subarray(0, at).some((before) => fold(before) === fold(byte));
  return passcode.filter(isNew).length < FEWEST_DIFFERENT;
}

/** A pattern that repeats at least once; its last repetition may be cut short (1231231). */
function isRepeatedPattern(passcode: Uint8Array): boolean {
  for (let period = 1; period <= passcode.length / 2; period++) {
    if (passcode.every((byte, at) => at < period || fold(byte) === fold(passcode[at - period]))) return true;
  }
  return false;
}

/** Whether the whole passcode is part of a row, forwards or backwards. */
function isWithin(passcode: Uint8Array, row: string, step: 1 | -1): boolean {
  const start = indexIn(row, passcode[0]);
  return start >= 0 && passcode.every((byte, at) => fold(byte) === row.charCodeAt(start + step * at));
}

/** Whether one follows the other in a row, in either direction. @param a folded, as is `b` */
export function areNeighbours(a: number, b: number): boolean {
  return rows.some((row) => {
    const [first, second] = [indexIn(row, a), indexIn(row, b)];
    return first >= 0 && second >= 0 && Math.abs(first - second) === 1;
  });
}

function indexIn(row: string, byte: number | undefined): number {
  for (let at = 0; at < row.length; at++) if (row.charCodeAt(at) === fold(byte)) return at;
  return -1;
}

/** A well-known one, alone or followed by digits, full stops, exclamation or question marks (Password1!). */
function isCommon(passcode: Uint8Array): boolean {
  return commonPasscodes.some(
    (common) =>
      common.length <= passcode.length &&
      passcode.every((byte, at) =>
        at < common.length ? fold(byte) === common.charCodeAt(at) : isAsciiDigit(byte) || isMark(byte),
      ),
  );
}

const isMark = (byte: number) => byte === 0x21 || byte === 0x2e || byte === 0x3f;

/** Lower-cases a letter, and leaves anything else. */
export function fold(byte: number | undefined): number {
  if (byte === undefined) return Number.NaN;
  return byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte;
}
