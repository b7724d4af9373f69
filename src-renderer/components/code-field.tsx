import { type RefObject, useEffect, useId, useRef, useState } from "preact/compat";
import { words } from "../words/words.ts";
import { FieldHint } from "./field-hint.tsx";
import { Slots } from "./slots.tsx";

export const CODE_LENGTH = 6;

/** What was entered of a one-time code. It is in the field, too: it is short-lived, and has to be pasteable and readable. */
interface CodeEntry {
  readonly field: RefObject<HTMLInputElement | null>;
  readonly text: string;
  readonly note: string | null;
  readonly read: () => void;
  readonly clear: () => void;
  /** Empties the field where the code is complete. @returns it as ASCII digits; the receiver's to wipe */
  readonly take: () => Uint8Array;
}

/** @param key with a new one a new code is awaited, and the field has the focus */
export function useCodeEntry(key: string): CodeEntry {
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState("");
  const [note, setNote] = useState<string | null>(null);
  const write = (digits: string) => {
    if (field.current !== null && field.current.value !== digits) field.current.value = digits;
    setText(digits);
  };
  // What is typed while a new code is on its way stays: it was read from the message that has arrived.
  useEffect(() => field.current?.focus(), [key]);
  return {
    field,
    text,
    note,
    read() {
      const entered = field.current?.value ?? "";
      const digits = entered.replace(/\D/g, "");
      const fits = digits.length <= CODE_LENGTH;
      // Spaces and hyphens are how messages group digits; anything else was not meant.
      setNote(!fits ? words.code.full : /[^\d\s-]/.test(entered) ? words.code.digitsOnly : null);
      write(fits ? digits : text);
    },
    clear: () => write(""),
    take() {
      const code = new TextEncoder().encode(field.current?.value ?? "");
      if (code.length === CODE_LENGTH) write("");
      return code;
    },
  };
}

interface CodeFieldProps {
  readonly entry: CodeEntry;
  readonly complaint: string | null;
  readonly onEdit: () => void;
}

/** One real field, drawn as six slots. */
export function CodeField({ entry, complaint, onEdit }: CodeFieldProps) {
  const { field, text, note, read } = entry;
  const id = useId();
  const { label, hint, count } = words.code;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <div class="slots-field">
        <span class="slots-box">
          <Slots length={CODE_LENGTH} count={text.length} text={text} />
          <input
            ref={field}
            id={id}
            class="code"
            type="text"
            inputMode="numeric"
            autocomplete="one-time-code"
            spellcheck={false}
            aria-describedby={`${id}-count ${id}-hint`}
            aria-invalid={complaint !== null}
            data-testid="code-field"
            onInput={() => {
              read();
              onEdit();
            }}
          />
        </span>
      </div>
      <p id={`${id}-count`} class={note === null ? "unseen" : "hint"} aria-live="polite" data-testid="code-count">
        {note ?? count({ entered: text.length, length: CODE_LENGTH })}
      </p>
      <FieldHint id={`${id}-hint`} hint={hint} complaint={complaint} />
    </div>
  );
}
