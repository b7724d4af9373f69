import type { ErrorCode } from "../errors/error-codes.ts";
import { isAsciiDigit, isPrintableAscii } from "./ascii.ts";
import { commonPasscodes } from "./common-passcodes.ts";

export const PASSCODE_SHORTEST = 6;
export const PASSCODE_LONGEST = 64;
/** Wrong passcodes in a row after which the restricted key is erased (PSD2 RTS article 4(3)(b): at most five). */
export const PASSCODE_ATTEMPTS = 5;

const FEWEST_DIFFERENT = 3;

/** Why a device passcode cannot be taken, as error codes. */
export type PasscodeFault = Extract<
  ErrorCode,
  | "ERR_PASSCODE_LENGTH"
  | "ERR_PASSCODE_CHARACTERS"
  | "ERR_PASSCODE_REPEATED"
  | "ERR_PASSCODE_SEQUENCE"
  | "ERR_PASSCODE_COMMON"
>;

/** Digits and letters in order, and the rows of the keyboards (German, French, American) as far as they are ASCII. */
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
 * Says what is wrong with a passcode, if anything: its form, or that it is among the first that somebody would try.
 * Capital and small letters count as the same there. The window asks for the cardholder's sake, main asks as the gate.
 * @param passcode as bytes; never a string, and no copy is made
 * @returns the first fault, or null when it can be taken
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

/** The same again, twice at least; the last time perhaps not in full (1231231). */
function isRepeatedPattern(passcode: Uint8Array): boolean {
  for (let period = 1; period <= passcode.length / 2; period++) {
    if (passcode.every((byte, at) => at < period || fold(byte) === fold(passcode[at - period]))) return true;
  }
  return false;
}

/** Whether the whole passcode is a stretch of a row, forwards or backwards. */
function isWithin(passcode: Uint8Array, row: string, step: 1 | -1): boolean {
  const start = indexIn(row, passcode[0]);
  return start >= 0 && passcode.every((byte, at) => fold(byte) === row.charCodeAt(start + step * at));
}

function indexIn(row: string, byte: number | undefined): number {
  for (let at = 0; at < row.length; at++) if (row.charCodeAt(at) === fold(byte)) return at;
  return -1;
}

/** A well-known one, as it is or with digits and full stops, exclamation or question marks behind it (Password1!). */
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

/** A letter as a small one, anything else as it is. */
function fold(byte: number | undefined): number {
  if (byte === undefined) return Number.NaN;
  return byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte;
}
