import { useEffect, useId } from "preact/hooks";
import type { SecretBytes } from "../secrets/secret-bytes.ts";
import { useSecretInput } from "../secrets/secret-input.ts";
import type { SecretKind } from "../secrets/secret-kinds.ts";
import { FieldHint } from "./field-hint.tsx";
import { Reveal } from "./reveal.tsx";
import { Slots } from "./slots.tsx";

interface SecretFieldProps {
  readonly label: string;
  readonly kind: SecretKind;
  /** Where the bytes go; their owner wipes them. The input itself never has them. */
  readonly secret: SecretBytes;
  readonly onChange: (count: number) => void;
  readonly hint?: string;
  /** What is wrong with the entry, shown in place of the hint. */
  readonly complaint?: string | null;
  /** What is being done with the entry, which cannot be edited meanwhile; null or absent if nothing is. */
  readonly busy?: string | null;
  /** Whether it takes the focus when it appears, as a screen's first field does. */
  readonly takesFocus?: boolean;
  /** Whether the cardholder can show the entry for a moment. */
  readonly canReveal?: boolean;
  /** The field's name for code that moves the focus here. */
  readonly field?: string;
}

/** A password field that holds only bullets. With a fixed length it is drawn as slots. */
export function SecretField(props: SecretFieldProps) {
  const { label, kind, secret, onChange, hint = "", complaint = null, busy = null } = props;
  const { takesFocus = true, canReveal = false } = props;
  const { field, count, edits, refusal } = useSecretInput({ kind, secret, takesFocus, onChange });
  const id = useId();
  useEffect(() => {
    if (complaint !== null) field.current?.focus();
  }, [complaint]);

  // The slots show the count, so only screen readers need it in words. Everybody sees why input was refused.
  const isSaid = kind.slots !== null && refusal === null && busy === null;
  const input = (
    <input
      ref={field}
      id={id}
      data-field={props.field}
      class="secret"
      type="password"
      inputMode={kind.inputMode}
      autocomplete="off"
      autocorrect="off"
      autocapitalize="off"
      spellcheck={false}
      readOnly={busy !== null}
      aria-describedby={`${id}-count ${id}-hint`}
      aria-invalid={complaint !== null}
      data-testid="secret-field"
      onKeyDown={keepCaretAtEnd}
      onSelect={() => keepSelectionWhole(field.current)}
      {...keepOutOfClipboard}
    />
  );
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {kind.slots === null ? (
        input
      ) : (
        <div class="slots-field">
          <span class="slots-box">
            <Slots length={kind.slots} count={count} />
            {input}
          </span>
          {canReveal && <Reveal label={label} secret={secret} count={count} edits={edits} />}
        </div>
      )}
      <p id={`${id}-count`} class={isSaid ? "unseen" : "hint"} aria-live="polite" data-testid={kind.countTestId}>
        {busy ?? refusal?.() ?? kind.count(count, secret.capacity)}
      </p>
      <FieldHint id={`${id}-hint`} hint={hint} complaint={complaint} />
    </div>
  );
}

/** Keeps the caret behind the last bullet; selecting all, to delete it, is allowed. */
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
/** Nothing leaves through the clipboard; `beforeinput` handles what comes in (docs/threat-model.md#secrets-not-copied). */
const keepOutOfClipboard = { onCopy: prevent, onCut: prevent, onDragStart: prevent };
