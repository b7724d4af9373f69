import { useEffect, useId, useRef, useState } from "preact/hooks";
import type { SecretDigits } from "../secret-digits.ts";
import { words } from "../words/words.ts";

const BULLET = "•";

interface SecretFieldProps {
  readonly label: string;
  /** Where the digits go, and whoever owns them wipes them. The field itself never has them. */
  readonly digits: SecretDigits;
  readonly onChange: (count: number) => void;
  readonly describedBy?: string;
  readonly invalid?: boolean;
}

/**
 * A password field that holds bullets only. Every change is caught before it happens (`beforeinput`): a digit goes to
 * bytes, a bullet to the field. What cannot be caught (composition, a value set by assistive technology) is taken over
 * right after it happened. The page, its undo history and its memory never have the PIN as text (checklist row 42).
 */
export function SecretField({ label, digits, onChange, describedBy, invalid = false }: SecretFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  const [count, setCount] = useState(0);
  const [refusal, setRefusal] = useState<string | null>(null);

  const draw = (refused: string | null = null) => {
    const input = field.current;
    if (input === null) return;
    const shown = BULLET.repeat(digits.count());
    if (input.value !== shown) input.value = shown;
    input.setSelectionRange(shown.length, shown.length);
    setCount(digits.count());
    setRefusal(refused);
    onChange(digits.count());
  };

  useEffect(() => {
    const input = field.current;
    if (input === null) return;
    const onBeforeInput = (event: InputEvent) => {
      if (event.inputType === "insertLineBreak") return; // Enter: the form's business
      if (!event.cancelable) return; // taken over in `input`
      event.preventDefault();
      draw(applyEdit(digits, event, input));
    };
    // Setting the value ends a composition and resets the input method, so that what was taken over does not come again.
    const takeOver = () => draw(applyText(digits, input));
    input.addEventListener("beforeinput", onBeforeInput);
    input.addEventListener("input", takeOver);
    input.addEventListener("compositionend", takeOver);
    draw();
    input.focus();
    return () => {
      input.removeEventListener("beforeinput", onBeforeInput);
      input.removeEventListener("input", takeOver);
      input.removeEventListener("compositionend", takeOver);
    };
  }, [digits]);

  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        ref={field}
        id={id}
        class="secret"
        type="password"
        inputMode="numeric"
        autocomplete="off"
        autocorrect="off"
        autocapitalize="off"
        spellcheck={false}
        aria-describedby={[`${id}-count`, describedBy].filter(Boolean).join(" ")}
        aria-invalid={invalid}
        data-testid="secret-field"
        onKeyDown={keepCaretAtEnd}
        onSelect={() => keepSelectionWhole(field.current)}
        {...refuseClipboard}
      />
      <p id={`${id}-count`} class="hint" aria-live="polite" data-testid="digit-count">
        {refusal ?? words.pin.count(count, digits.length)}
      </p>
    </div>
  );
}

/** @returns a word why, where something was refused */
function applyEdit(digits: SecretDigits, event: InputEvent, input: HTMLInputElement): string | null {
  const selected = input.selectionStart !== input.selectionEnd;
  switch (event.inputType) {
    case "insertText":
      if (selected) digits.clear();
      return addAll(digits, event.data ?? "");
    case "deleteContentBackward":
      if (selected) digits.clear();
      else digits.removeLast();
      return null;
    case "insertFromPaste":
    case "insertFromDrop":
      return words.pin.noPaste;
    default:
      // Every other way to delete (a word, a line, forwards) clears all: nobody can see which part is meant.
      if (event.inputType.startsWith("delete")) digits.clear();
      return null;
  }
}

/** Takes over a text that got into the field: its bullets stand for the digits before, its digits are new. */
function applyText(digits: SecretDigits, input: HTMLInputElement): string | null {
  const before = digits.copy();
  digits.clear();
  let bullets = 0;
  let refusal: string | null = null;
  for (const character of input.value) {
    if (character === BULLET) {
      const kept = before[bullets++];
      if (kept !== undefined) digits.add(kept - 0x30);
    } else {
      refusal = addAll(digits, character) ?? refusal;
    }
  }
  before.fill(0);
  return refusal;
}

/** An `insertText` of several digits counts as that many: on-screen keyboards, dictation and tests type so. */
function addAll(digits: SecretDigits, text: string): string | null {
  for (const character of text) {
    if (!/^[0-9]$/.test(character)) return words.pin.digitsOnly;
    if (!digits.add(Number(character))) return words.pin.full(digits.length);
  }
  return null;
}

/** The caret stays behind the last bullet; selecting everything, to delete it, is possible. */
function keepCaretAtEnd(event: KeyboardEvent): void {
  if (["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End"].includes(event.key)) event.preventDefault();
}

function keepSelectionWhole(input: HTMLInputElement | null): void {
  if (input === null) return;
  const { selectionStart: start, selectionEnd: end, value } = input;
  const whole = start === 0 && end === value.length;
  if (!whole && (start !== value.length || end !== value.length)) input.setSelectionRange(value.length, value.length);
}

const prevent = (event: Event) => event.preventDefault();
/** Nothing leaves through the clipboard; what would come in is answered in `beforeinput` with a word why (row 51). */
const refuseClipboard = { onCopy: prevent, onCut: prevent, onDragStart: prevent };
