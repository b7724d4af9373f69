import { type RefObject, useLayoutEffect, useRef, useState } from "preact/compat";
import type { LazyText } from "../words/lazy-text.ts";
import { words } from "../words/words.ts";
import { isDigitWithoutNumLock } from "./number-pad.ts";
import type { SecretBytes } from "./secret-bytes.ts";
import { applyEdit, BULLET, takeOverText } from "./secret-edits.ts";
import type { SecretKind } from "./secret-kinds.ts";

interface SecretInputOptions {
  readonly kind: SecretKind;
  readonly secret: SecretBytes;
  readonly takesFocus: boolean;
  readonly onChange: (count: number) => void;
}

/**
 * Makes an input a field that holds bullets only. Every change is caught before it happens (`beforeinput`): a character
 * goes to bytes, a bullet to the field. What cannot be caught (composition, a value set by assistive technology) is taken
 * over right after it happened. The page, its undo history and its memory never have the secret as text
 * (docs/threat-model.md#pin-as-bytes); of what is pasted, only the event's own text, for a moment.
 * @returns the field's ref, how many characters were entered, and a word why the last edit was refused, if it was
 */
export function useSecretInput({ kind, secret, takesFocus, onChange }: SecretInputOptions): {
  readonly field: RefObject<HTMLInputElement | null>;
  readonly count: number;
  /** Counts the edits: with a new one, what was shown of the entry before is no longer true. */
  readonly edits: number;
  readonly refusal: LazyText | null;
} {
  const field = useRef<HTMLInputElement>(null);
  const [count, setCount] = useState(0);
  const [edits, setEdits] = useState(0);
  const [refusal, setRefusal] = useState<LazyText | null>(null);
  const changed = useRef(onChange);
  changed.current = onChange;

  // Before anybody can type into it: an effect after the paint would leave it an ordinary field for a moment.
  useLayoutEffect(() => {
    const input = field.current;
    if (input === null) return;
    const draw = (refused: LazyText | null = null) => {
      const shown = BULLET.repeat(secret.count());
      if (input.value !== shown) input.value = shown;
      input.setSelectionRange(shown.length, shown.length);
      setCount(secret.count());
      setEdits((before) => before + 1);
      setRefusal(() => refused);
      changed.current(secret.count());
    };
    const onBeforeInput = (event: InputEvent) => {
      if (event.inputType === "insertLineBreak") return; // Enter: the form's business
      if (!event.cancelable) return; // taken over in `input`
      event.preventDefault();
      const { inputType, data } = event;
      draw(applyEdit(secret, kind, { inputType, data, selected: input.selectionStart !== input.selectionEnd }));
    };
    // Setting the value ends a composition and resets the input method, so that what was taken over does not come again.
    const takeOver = () => draw(takeOverText(secret, kind, input.value));
    const onKeyDown = (event: KeyboardEvent) => {
      if (isDigitWithoutNumLock(event)) setRefusal(() => () => words().entry.numLockOff);
    };
    input.addEventListener("keydown", onKeyDown);
    input.addEventListener("beforeinput", onBeforeInput);
    input.addEventListener("input", takeOver);
    input.addEventListener("compositionend", takeOver);
    draw();
    if (takesFocus) input.focus();
    return () => {
      input.removeEventListener("keydown", onKeyDown);
      input.removeEventListener("beforeinput", onBeforeInput);
      input.removeEventListener("input", takeOver);
      input.removeEventListener("compositionend", takeOver);
    };
  }, [secret]);
  return { field, count, edits, refusal };
}
