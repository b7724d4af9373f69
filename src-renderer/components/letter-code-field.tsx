import { useId, useLayoutEffect, useRef, useState } from "preact/compat";
import { isOfLetterCode, LETTER_CODE_LONGEST } from "../../src-contract/rules/letter-code.ts";
import { withAsciiDigits } from "../secrets/digit-value.ts";
import { type HandOver, lend, type Secret } from "../secrets/secret-bytes.ts";
import { sayWiped } from "../secrets/wipe-when-left.ts";
import { words } from "../words/words.ts";
import { describedByHint, FieldHint } from "./field-hint.tsx";
import { useAnnounced } from "./use-announced.ts";

type Note = "full" | "leftOut" | "wiped";

/**
 * The entered code of a letter. Like the code of a message it is in the field, where it is compared with the letter: it is
 * long, and counts once.
 */
export function useLetterCode() {
  const field = useRef<HTMLInputElement>(null);
  const [note, setNote] = useState<Note | null>(null);
  const value = () => field.current?.value ?? "";
  const write = (code: string) => {
    if (field.current !== null && field.current.value !== code) field.current.value = code;
  };
  // Before the page's own effects, or its heading would have the focus first.
  useLayoutEffect(() => field.current?.focus(), []);
  return {
    field,
    /** Why the last input was not taken as meant, if so. */
    note,
    /** Takes what was entered without blanks, which a letter may have between groups, and without what no code has. */
    read() {
      const entered = withAsciiDigits(value()).replace(/[\s\p{Cf}]/gu, "");
      const code = [...entered].filter((sign) => isOfLetterCode(sign.codePointAt(0) ?? 0)).join("");
      const hasOther = code.length < entered.length;
      setNote(code.length > LETTER_CODE_LONGEST ? "full" : hasOther ? "leftOut" : null);
      const isChanged = code !== value();
      const caret = field.current?.selectionStart ?? 0;
      const before = value().length;
      write(code.slice(0, LETTER_CODE_LONGEST));
      // Else it would jump to the end while somebody corrects the middle.
      if (isChanged) field.current?.setSelectionRange(caret - (before - code.length), caret - (before - code.length));
    },
    isEmpty: () => value() === "",
    use: <T,>(handOver: HandOver<T>) => lend(new TextEncoder().encode(value()), handOver),
    clear() {
      write("");
      setNote(null);
    },
    /** Empties the field, and says that the window was left. */
    wipe() {
      write("");
      setNote("wiped");
    },
  } satisfies Secret & Record<string, unknown>;
}

interface LetterCodeFieldProps {
  readonly entry: ReturnType<typeof useLetterCode>;
  readonly complaint: string | null;
  /** Whether the entry is being checked and cannot be edited. */
  readonly isChecked: boolean;
  readonly onEdit: () => void;
}

/** A field for the code of a letter, whose length nobody knows. */
export function LetterCodeField({ entry, complaint, isChecked, onEdit }: LetterCodeFieldProps) {
  const { field, note, read } = entry;
  const id = useId();
  const { label, hint, full, leftOut } = words().letter.code;
  const noted = note === null ? null : { full, leftOut, wiped: sayWiped() }[note];
  const said = isChecked ? words().code.checking : noted;
  const announced = useAnnounced(said);
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        ref={field}
        id={id}
        class="letter-code"
        type="text"
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        readOnly={isChecked}
        {...describedByHint(id, complaint)}
        data-testid="letter-code"
        onInput={() => {
          read();
          onEdit();
        }}
      />
      <div class="below-field roomy">
        {said !== null && (
          <p class={isChecked || note === "wiped" ? "hint" : "hint wrong"} data-testid="letter-code-note">
            {said}
          </p>
        )}
        <p class="unseen" aria-live="polite">
          {announced}
        </p>
        <FieldHint id={id} hint={hint} complaint={complaint} isHidden={said !== null} />
      </div>
    </div>
  );
}
