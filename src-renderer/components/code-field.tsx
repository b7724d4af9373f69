import { useEffect, useId, useRef, useState } from "preact/compat";
import { CODE_LENGTH } from "../../src-contract/rules/code.ts";
import { digitsOf, findCode } from "../secrets/code-in-message.ts";
import { isDigitWithoutNumLock } from "../secrets/number-pad.ts";
import { type HandOver, lend, type Secret } from "../secrets/secret-bytes.ts";
import { sayWiped } from "../secrets/wipe-when-left.ts";
import { words } from "../words/words.ts";
import { FieldHint } from "./field-hint.tsx";
import { Slots } from "./slots.tsx";

type Note = "full" | "digitsOnly" | "none" | "several" | "numLockOff" | "wiped";

/** What was entered of a one-time code. It is in the field, too: it is short-lived, and has to be pasteable and readable. */
type CodeEntry = ReturnType<typeof useCodeEntry>;

/** @param key with a new one a new code is awaited, and the field has the focus */
export function useCodeEntry(key: string) {
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState("");
  const [note, setNote] = useState<Note | null>(null);
  const write = (digits: string) => {
    if (field.current !== null && field.current.value !== digits) field.current.value = digits;
    setText(digits);
  };
  /** @returns why there is no code to take, if so; all is then as it was */
  const takeMessage = (message: string) => {
    const found = findCode(message);
    if ("fault" in found) return found.fault;
    write(found.code);
    return null;
  };
  // What is typed while a new code is on its way stays: it was read from the message that has arrived.
  useEffect(() => field.current?.focus(), [key]);
  return {
    field,
    text,
    /** What became of the last that was entered, where it is not all there as it was meant. */
    note,
    read() {
      const entered = field.current?.value ?? "";
      const { digits, hasOther } = digitsOf(entered);
      if (digits.length <= CODE_LENGTH) {
        setNote(hasOther ? "digitsOnly" : null);
        write(digits);
      } else if (takeMessage(entered) === null) {
        setNote(null); // a message that came as if it were typed
      } else {
        setNote("full");
        write(text);
      }
    },
    /** Takes the code out of a message that was pasted, and nothing where none can be told; whatever was there goes. */
    paste: (message: string) => setNote(takeMessage(message)),
    noteKey(event: KeyboardEvent) {
      if (!isDigitWithoutNumLock(event)) return;
      event.preventDefault(); // the caret cannot be seen, so it must not go anywhere
      setNote("numLockOff");
    },
    /** Empties the field, and says that it is because the window was left. */
    wipe() {
      write("");
      setNote("wiped");
    },
    isComplete: () => field.current?.value.length === CODE_LENGTH,
    use: <T,>(handOver: HandOver<T>) => lend(new TextEncoder().encode(field.current?.value ?? ""), handOver),
    /** Empties the field, once the code is used up. */
    clear() {
      write("");
      setNote(null); // it was about an entry that is gone
    },
  } satisfies Secret & Record<string, unknown>;
}

interface CodeFieldProps {
  readonly entry: CodeEntry;
  readonly complaint: string | null;
  /** Whether the entry is being checked: it stays, and cannot be edited. */
  readonly isChecked: boolean;
  readonly onEdit: () => void;
}

/** One real field, drawn as six slots. */
export function CodeField({ entry, complaint, isChecked, onEdit }: CodeFieldProps) {
  const { field, text, note, read, paste, noteKey } = entry;
  const id = useId();
  const { label, hint, count, checking } = words().code;
  const look = lookOf(isChecked, note);
  const said = note === null ? count({ entered: text.length, length: CODE_LENGTH }) : sayNote(note);
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
            readOnly={isChecked}
            aria-describedby={`${id}-count ${id}-hint`}
            aria-invalid={complaint !== null}
            data-testid="code-field"
            onKeyDown={noteKey}
            onBeforeInput={(event) => {
              if (event.inputType !== "insertFromPaste" && event.inputType !== "insertFromDrop") return;
              event.preventDefault();
              paste(event.data ?? "");
              onEdit();
            }}
            onInput={() => {
              read();
              onEdit();
            }}
          />
        </span>
      </div>
      <p id={`${id}-count`} class={look} aria-live="polite" data-testid="code-count">
        {isChecked ? checking : said}
      </p>
      {(look === "unseen" || complaint !== null) && (
        // What is told takes the hint's place, so that nothing below it moves.
        <FieldHint id={`${id}-hint`} hint={hint} complaint={complaint} />
      )}
    </div>
  );
}

/** The slots show the count; who cannot see them hears it. Why something was not taken is for everybody. */
function lookOf(isChecked: boolean, note: Note | null): "hint" | "hint wrong" | "unseen" {
  if (isChecked || note === "wiped") return "hint";
  return note === null ? "unseen" : "hint wrong";
}

function sayNote(note: Note): string {
  const { full, digitsOnly, noneFound, severalFound } = words().code;
  return {
    full,
    digitsOnly,
    none: noneFound,
    several: severalFound,
    numLockOff: words().entry.numLockOff,
    wiped: sayWiped(),
  }[note];
}
