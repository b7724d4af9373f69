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
  /** @param isChanged whether the entry may differ; a key that was refused changes nothing */
  readonly onChange: (count: number, isChanged: boolean) => void;
}

/**
 * Turns an input into a field that holds only bullets. It catches each edit before it happens (`beforeinput`): the character
 * goes to the bytes, a bullet to the field. What cannot be caught (composition, a value set by assistive technology) is
 * taken over right afterwards. So the secret is never text in the page, its undo history or its memory
 * (docs/threat-model.md#pin-as-bytes), except for a paste event's own text, briefly.
 * @returns the field's ref, the number of characters, and why the last edit was refused, if it was
 */
export function useSecretInput({ kind, secret, takesFocus, onChange }: SecretInputOptions): {
  readonly field: RefObject<HTMLInputElement | null>;
  readonly count: number;
  /** Counts the edits; each one outdates what was shown of the entry. */
  readonly edits: number;
  /** Whether the cardholder made the last edit: what the program empties is nothing to tell them. */
  readonly isTyped: boolean;
  readonly refusal: LazyText | null;
} {
  const field = useRef<HTMLInputElement>(null);
  const [count, setCount] = useState(0);
  const [edits, setEdits] = useState(0);
  const [isTyped, setTyped] = useState(false);
  const [refusal, setRefusal] = useState<LazyText | null>(null);
  const changed = useRef(onChange);
  changed.current = onChange;

  // A layout effect, because after the paint it would be an ordinary field for a moment.
  useLayoutEffect(() => {
    const input = field.current;
    if (input === null) return;
    const draw = (refused: LazyText | null = null, typed = true, isChanged = true) => {
      const shown = BULLET.repeat(secret.count());
      if (input.value !== shown) input.value = shown;
      input.setSelectionRange(shown.length, shown.length);
      setCount(secret.count());
      setEdits((before) => before + 1);
      setTyped(typed);
      setRefusal(() => refused);
      changed.current(secret.count(), isChanged);
    };
    const onBeforeInput = (event: InputEvent) => {
      if (event.inputType === "insertLineBreak") return; // Enter: the form handles it
      if (!event.cancelable) return; // taken over in `input`
      event.preventDefault();
      const { inputType, data } = event;
      const selected = input.selectionStart !== input.selectionEnd;
      const before = secret.count();
      const refused = applyEdit(secret, kind, { inputType, data, selected });
      draw(refused, true, refused === null || selected || secret.count() !== before);
    };
    // Setting the value ends a composition and resets the input method, so the same text does not come again.
    const takeOver = () => draw(takeOverText(secret, kind, input.value));
    const onKeyDown = (event: KeyboardEvent) => {
      if (isDigitWithoutNumLock(event)) setRefusal(() => () => words().entry.numLockOff);
    };
    input.addEventListener("keydown", onKeyDown);
    input.addEventListener("beforeinput", onBeforeInput);
    input.addEventListener("input", takeOver);
    input.addEventListener("compositionend", takeOver);
    draw(null, false);
    if (takesFocus) input.focus();
    return () => {
      input.removeEventListener("keydown", onKeyDown);
      input.removeEventListener("beforeinput", onBeforeInput);
      input.removeEventListener("input", takeOver);
      input.removeEventListener("compositionend", takeOver);
    };
  }, [secret]);
  return { field, count, edits, isTyped, refusal };
}
