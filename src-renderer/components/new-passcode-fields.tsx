import { findPasscodeFault } from "../../src-contract/rules/passcode.ts";
import { type SecretBytes, sameEntries } from "../secrets/secret-bytes.ts";
import { devicePasscode } from "../secrets/secret-kinds.ts";
import type { Said } from "../words/said.ts";
import { words } from "../words/words.ts";
import { SecretField } from "./secret-field.tsx";

/** What is wrong with a new passcode, and at which of the two fields it is said. */
export interface PasscodeComplaint {
  readonly field: "first" | "again";
  readonly text: Said;
}

interface NewPasscodeFieldsProps {
  readonly labels: { readonly first: string; readonly again: string };
  readonly first: SecretBytes;
  readonly again: SecretBytes;
  readonly complaint: PasscodeComplaint | null;
  readonly onChange: (count: number) => void;
  readonly takesFocus?: boolean;
}

/** A new device passcode, twice. */
export function NewPasscodeFields(props: NewPasscodeFieldsProps) {
  const { labels, first, again, complaint, onChange, takesFocus = true } = props;
  const complaintAt = (field: PasscodeComplaint["field"]) => (complaint?.field === field ? complaint.text() : null);
  return (
    <>
      <SecretField
        field="first"
        label={labels.first}
        kind={devicePasscode}
        secret={first}
        onChange={onChange}
        hint={words.passcode.rules}
        complaint={complaintAt("first")}
        takesFocus={takesFocus}
      />
      <SecretField
        field="again"
        label={labels.again}
        kind={devicePasscode}
        secret={again}
        onChange={onChange}
        complaint={complaintAt("again")}
        takesFocus={false}
      />
    </>
  );
}

/**
 * Finds what is wrong with the entries, for the cardholder's sake: main looks again.
 * @param asked which fields are complete in the cardholder's eyes
 */
export function findComplaint(
  asked: readonly string[],
  first: SecretBytes,
  again: SecretBytes,
): PasscodeComplaint | null {
  if (!asked.includes("first")) return null;
  if (first.count() === 0) return { field: "first", text: () => words.passcode.empty };
  const passcode = first.copy();
  const fault = findPasscodeFault(passcode);
  passcode.fill(0);
  if (fault !== null) return { field: "first", text: () => `${words.errors[fault].what} ${words.errors[fault].next}` };
  if (!asked.includes("again") || sameEntries(first, again)) return null;
  return { field: "again", text: () => words.passcode.mismatch };
}
