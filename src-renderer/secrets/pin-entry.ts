import { findPinRuleBreach, PIN_LENGTH } from "../../src-contract/rules/pin.ts";
import type { Said } from "../words/said.ts";
import { words } from "../words/words.ts";
import { type SecretBytes, sameEntries } from "./secret-bytes.ts";

export type PinField = "first" | "again" | "passcode";

/** What is wrong with an entry, and at which field it is said. */
export interface PinComplaint {
  readonly field: PinField;
  readonly text: Said;
  /** Nobody knows which of the two is meant: both are asked for anew. */
  readonly isMismatch?: true;
}

/**
 * Finds what is wrong with the entries, for the cardholder's sake: main looks again.
 * @param fields which of them are complete in the cardholder's eyes, in order
 * @param objection of the adviser against the PIN; null where it has none
 */
export function findPinComplaint(
  fields: readonly PinField[],
  entries: Readonly<Record<PinField, SecretBytes>>,
  objection: Said | null,
): PinComplaint | null {
  const faultAt: Record<PinField, () => Said | null> = {
    first: () => faultOf(entries.first) ?? objection,
    again: () => incomplete(entries.again),
    passcode: () => (entries.passcode.count() === 0 ? () => words.passcode.empty : null),
  };
  for (const field of fields) {
    const text = faultAt[field]();
    if (text !== null) return { field, text };
    if (field === "again" && !sameEntries(entries.first, entries.again))
      return { field: "first", text: () => words.pin.mismatch, isMismatch: true };
  }
  return null;
}

function incomplete(entry: SecretBytes): Said | null {
  return entry.count() < PIN_LENGTH ? () => words.pin.incomplete({ length: PIN_LENGTH }) : null;
}

function faultOf(entry: SecretBytes): Said | null {
  if (entry.count() < PIN_LENGTH) return incomplete(entry);
  const pin = entry.copy();
  const breach = findPinRuleBreach(pin);
  pin.fill(0);
  return breach === null ? null : () => `${words.errors[breach].what} ${words.errors[breach].next}`;
}
