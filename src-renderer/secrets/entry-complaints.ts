import { findPasscodeFault, type PasscodeFault } from "../../src-contract/rules/passcode.ts";
import { findPinRuleBreach, PIN_LENGTH } from "../../src-contract/rules/pin.ts";
import type { LazyText } from "../words/lazy-text.ts";
import { words } from "../words/words.ts";
import { type SecretBytes, sameEntries } from "./secret-bytes.ts";

/** What is wrong with an entry, and the field that shows it. For early feedback only: main checks again. */
export interface Complaint<Field extends string> {
  readonly field: Field;
  readonly text: LazyText;
  /** Either entry may be wrong, so both are asked for again. */
  readonly isMismatch?: true;
  /** It is the answer to the last entry, and stays while another is made: it may say how many attempts are left. */
  readonly isAnswer?: true;
}

type Entries<Field extends string> = Readonly<Record<Field, SecretBytes>>;

export type PinField = "first" | "again" | "passcode";

/**
 * Finds what is wrong with a new PIN, its repetition and the passcode.
 * @param fields those that the cardholder considers complete, in order
 * @param objection of the adviser to the PIN; null if it has none
 * @param emptyPasscode what is said where nothing is entered to unlock the key
 */
export function findPinComplaint(
  fields: readonly PinField[],
  entries: Entries<PinField>,
  objection: LazyText | null,
  emptyPasscode: LazyText = () => words().passcode.empty,
): Complaint<PinField> | null {
  const faultAt: Record<PinField, () => LazyText | null> = {
    first: () => faultOfPin(entries.first) ?? objection,
    again: () => incomplete(entries.again),
    passcode: () => (entries.passcode.count() === 0 ? emptyPasscode : null),
  };
  for (const field of fields) {
    const text = faultAt[field]();
    if (text !== null) return { field, text };
    if (field === "again" && !sameEntries(entries.first, entries.again))
      return { field: "first", text: () => words().pin.mismatch, isMismatch: true };
  }
  return null;
}

function incomplete(entry: SecretBytes): LazyText | null {
  return entry.count() < PIN_LENGTH ? () => words().pin.incomplete({ length: PIN_LENGTH }) : null;
}

function faultOfPin(entry: SecretBytes): LazyText | null {
  if (entry.count() < PIN_LENGTH) return incomplete(entry);
  const breach = entry.read(findPinRuleBreach);
  return breach === null ? null : () => `${words().errors[breach].what} ${words().errors[breach].next}`;
}

/** A field holds no longer passcode than is allowed, so of a wrong length it is too short. */
const whatIsWrong = (fault: PasscodeFault) =>
  fault === "ERR_PASSCODE_LENGTH" ? words().passcode.tooShort : words().errors[fault].what;

/**
 * Finds what is wrong with a new passcode and its repetition.
 * @param asked the fields that the cardholder considers complete
 */
export function findPasscodeComplaint(
  asked: readonly string[],
  { first, again }: Entries<"first" | "again">,
): Complaint<"first"> | null {
  if (!asked.includes("first")) return null;
  if (first.count() === 0) return { field: "first", text: () => words().passcode.empty };
  const fault = first.read(findPasscodeFault);
  if (fault !== null) return { field: "first", text: () => `${whatIsWrong(fault)} ${words().errors[fault].next}` };
  if (!asked.includes("again") || sameEntries(first, again)) return null;
  return { field: "first", text: () => words().passcode.mismatch, isMismatch: true };
}
