import { useEffect, useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { SecretBytes } from "../secret-bytes.ts";
import { applyEdit, BULLET, takeOverText } from "../secret-edits.ts";
import type { SecretKind } from "../secret-kinds.ts";

interface SecretFieldProps {
  readonly label: string;
  readonly kind: SecretKind;
  /** Where the bytes go, and whoever owns them wipes them. The field itself never has them. */
  readonly secret: SecretBytes;
  readonly onChange: (count: number) => void;
  readonly hint?: string;
  /** What is wrong with the entry, in the hint's place. */
  readonly complaint?: string | null;
  /** Whether it takes the focus when it appears: the first field of a screen does. */
  readonly takesFocus?: boolean;
}

/**
 * A password field that holds bullets only. Every change is caught before it happens (`beforeinput`): a character goes to
 * bytes, a bullet to the field. What cannot be caught (composition, a value set by assistive technology) is taken over
 * right after it happened. The page, its undo history and its memory never have the secret as text (checklist row 42);
 * of what is pasted, only the event's own text, for a moment.
 */
export function SecretField(props: SecretFieldProps) {
  const { label, kind, secret, onChange, hint = "", complaint = null, takesFocus = true } = props;
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  const [count, setCount] = useState(0);
  const [refusal, setRefusal] = useState<string | null>(null);

  const draw = (refused: string | null = null) => {
    const input = field.current;
    if (input === null) return;
    const shown = BULLET.repeat(secret.count());
    if (input.value !== shown) input.value = shown;
    input.setSelectionRange(shown.length, shown.length);
    setCount(secret.count());
    setRefusal(refused);
    onChange(secret.count());
  };

  // Before anybody can type into it: an effect after the paint would leave it an ordinary field for a moment.
  useLayoutEffect(() => {
    const input = field.current;
    if (input === null) return;
    const onBeforeInput = (event: InputEvent) => {
      if (event.inputType === "insertLineBreak") return; // Enter: the form's business
      if (!event.cancelable) return; // taken over in `input`
      event.preventDefault();
      const { inputType, data } = event;
      draw(applyEdit(secret, kind, { inputType, data, selected: input.selectionStart !== input.selectionEnd }));
    };
    // Setting the value ends a composition and resets the input method, so that what was taken over does not come again.
    const takeOver = () => draw(takeOverText(secret, kind, input.value));
    input.addEventListener("beforeinput", onBeforeInput);
    input.addEventListener("input", takeOver);
    input.addEventListener("compositionend", takeOver);
    draw();
    if (takesFocus) input.focus();
    return () => {
      input.removeEventListener("beforeinput", onBeforeInput);
      input.removeEventListener("input", takeOver);
      input.removeEventListener("compositionend", takeOver);
    };
  }, [secret]);
  useEffect(() => {
    if (complaint !== null) field.current?.focus();
  }, [complaint]);

  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        ref={field}
        id={id}
        class="secret"
        type="password"
        inputMode={kind.inputMode}
        autocomplete="off"
        autocorrect="off"
        autocapitalize="off"
        spellcheck={false}
        aria-describedby={`${id}-count ${id}-hint`}
        aria-invalid={complaint !== null}
        data-testid="secret-field"
        onKeyDown={keepCaretAtEnd}
        onSelect={() => keepSelectionWhole(field.current)}
        {...keepOutOfClipboard}
      />
      <p id={`${id}-count`} class="hint" aria-live="polite" data-testid={kind.countTestId}>
        {refusal ?? kind.count(count, secret.capacity)}
      </p>
      <p
        id={`${id}-hint`}
        class={complaint === null ? "hint" : "hint wrong"}
        role={complaint === null ? undefined : "alert"}
      >
        {complaint ?? hint}
      </p>
    </div>
  );
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
/** Nothing leaves through the clipboard; what comes in is taken or answered in `beforeinput` (row 51). */
const keepOutOfClipboard = { onCopy: prevent, onCut: prevent, onDragStart: prevent };
