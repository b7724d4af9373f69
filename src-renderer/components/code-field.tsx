import { useId, useLayoutEffect, useRef, useState } from "preact/compat";
import { CODE_LENGTH } from "../../src-contract/rules/code.ts";
import { digitsOf, findCode } from "../secrets/code-in-message.ts";
import { isDigitWithoutNumLock } from "../secrets/number-pad.ts";
import { type HandOver, lend, type Secret } from "../secrets/secret-bytes.ts";
import { sayWiped } from "../secrets/wipe-when-left.ts";
import { words } from "../words/words.ts";
import { describedByHint, FieldHint } from "./field-hint.tsx";
import { Slots } from "./slots.tsx";
import { useAnnounced } from "./use-announced.ts";

type Note = "full" | "digitsOnly" | "none" | "several" | "numLockOff" | "wiped";

/**
 * The entered part of a one-time code. Unlike a PIN it is also in the field, because it is short-lived and must be pasteable
 * and readable.
 */
type CodeEntry = ReturnType<typeof useCodeEntry>;

/** @param key changes when a new code is awaited; the field then takes the focus */
export function useCodeEntry(key: string) {
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState("");
  const [note, setNote] = useState<Note | null>(null);
  const [isTyped, setTyped] = useState(false);
  const write = (digits: string) => {
    if (field.current !== null && field.current.value !== digits) field.current.value = digits;
    setText(digits);
  };
  /** @returns why there was no code to take, if so; then nothing changes */
  const takeMessage = (message: string) => {
    const found = findCode(message);
    if ("fault" in found) return found.fault;
    write(found.code);
    return null;
  };
  // Keeps what is typed while a new code is on its way: it comes from the message that has arrived. Before the page's own
  // effects, or its heading would have the focus first, and be all that a screen reader tells of it.
  useLayoutEffect(() => field.current?.focus(), [key]);
  return {
    field,
    text,
    /** Whether the cardholder made the last edit: what the program empties is nothing to tell them. */
    isTyped,
    /** Why the last input was not taken as meant, if so. */
    note,
    read() {
      const entered = field.current?.value ?? "";
      setTyped(true);
      const { digits, hasOther } = digitsOf(entered);
      if (digits.length <= CODE_LENGTH) {
        setNote(hasOther ? "digitsOnly" : null);
        write(digits);
      } else if (takeMessage(entered) === null) {
        setNote(null); // a message that arrived as typed input
      } else {
        setNote("full");
        write(text);
      }
    },
    /** Takes the code from a pasted message in place of the old entry; takes nothing if the code is not clear. */
    paste(message: string) {
      setTyped(true);
      setNote(takeMessage(message));
    },
    noteKey(event: KeyboardEvent) {
      if (!isDigitWithoutNumLock(event)) return;
      event.preventDefault(); // the caret is invisible, so it must not move
      setNote("numLockOff");
    },
    /** Empties the field, and says that the window was left. */
    wipe() {
      write("");
      setNote("wiped");
    },
    isComplete: () => field.current?.value.length === CODE_LENGTH,
    use: <T,>(handOver: HandOver<T>) => lend(new TextEncoder().encode(field.current?.value ?? ""), handOver),
    /** Empties the field after the code was used. */
    clear() {
      write("");
      setTyped(false);
      setNote(null); // it described the old entry
    },
  } satisfies Secret & Record<string, unknown>;
}

interface CodeFieldProps {
  readonly entry: CodeEntry;
  readonly complaint: string | null;
  /** Whether the entry is being checked and cannot be edited. */
  readonly isChecked: boolean;
  readonly onEdit: () => void;
}

/** A code field: one real input, drawn as six slots. */
export function CodeField({ entry, complaint, isChecked, onEdit }: CodeFieldProps) {
  const { field, text, isTyped, note, read, paste, noteKey } = entry;
  const id = useId();
  const { label, hint, count, checking } = words().code;
  const look = lookOf(isChecked, note);
  const counted = count({ entered: text.length, length: CODE_LENGTH });
  const noted = note === null ? null : sayNote(note);
  const rested = useAnnounced(isChecked ? checking : isTyped && noted === null ? counted : null);
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
            {...describedByHint(id, complaint)}
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
      <div class="below-field roomy">
        <p class={look} data-testid="code-count">
          {isChecked ? checking : (noted ?? counted)}
        </p>
        {/* Apart from it: what is shown keeps up with each key, what is told does not. */}
        <p class="unseen" aria-live="polite">
          {isChecked ? rested : (noted ?? rested)}
        </p>
        {/* The message takes the hint's place, so nothing below it moves. */}
        <FieldHint id={id} hint={hint} complaint={complaint} isHidden={look !== "unseen"} />
      </div>
    </div>
  );
}

/** The slots show the count, so only screen readers need it in words. Everybody sees why input was refused. */
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
