import type { ComponentChildren } from "preact";
import { useEffect, useId } from "preact/hooks";
import type { PasscodeStrength } from "../../src-contract/rules/passcode-strength.ts";
import { AROUND_PAINTED } from "../secrets/paint-secret.ts";
import type { SecretBytes } from "../secrets/secret-bytes.ts";
import { useSecretInput } from "../secrets/secret-input.ts";
import type { SecretKind } from "../secrets/secret-kinds.ts";
import { words } from "../words/words.ts";
import { describedByHint, FieldHint } from "./field-hint.tsx";
import { Reveal } from "./reveal.tsx";
import { Slots } from "./slots.tsx";
import { useAnnounced } from "./use-announced.ts";

interface SecretFieldProps {
  readonly label: string;
  readonly kind: SecretKind;
  /** Where the bytes go; their owner wipes them. The input itself never has them. */
  readonly secret: SecretBytes;
  readonly onChange: (count: number, isChanged: boolean) => void;
  readonly hint?: string;
  /** What is wrong with the entry, shown in place of the hint. */
  readonly complaint?: string | null;
  /** Whether it keeps room for what is longer than a line: an answer to its entry, or a hint that a complaint replaces. */
  readonly keepsRoom?: boolean;
  /** What is being done with the entry, which cannot be edited meanwhile; null or absent if nothing is. */
  readonly busy?: string | null;
  /** Whether it takes the focus when it appears, as a screen's first field does. */
  readonly takesFocus?: boolean;
  /** Whether the cardholder can show the entry for a moment. */
  readonly canReveal?: boolean;
  /** How hard a new passcode is to guess; null while that is nothing to tell. */
  readonly judge?: (entry: Uint8Array) => PasscodeStrength | null;
  /** What is to be said of the entry while it is made. */
  readonly advice?: ComponentChildren;
  /** Whether it says something now; it then takes the hint's place, so nothing below moves. */
  readonly isAdvised?: boolean;
  /** The field's name for code that moves the focus here. */
  readonly field?: string;
}

/** A password field that holds only bullets. With a fixed length it is drawn as slots. */
export function SecretField(props: SecretFieldProps) {
  const { label, kind, secret, onChange, hint = "", complaint = null, busy = null } = props;
  const { takesFocus = true, canReveal = false, keepsRoom = false, advice, isAdvised = false } = props;
  const { field, count, edits, isTyped, refusal } = useSecretInput({ kind, secret, takesFocus, onChange });
  const id = useId();
  useEffect(() => {
    if (complaint !== null) field.current?.focus();
  }, [complaint]);

  // The slots show the count, so only screen readers need it in words. Everybody sees why input was refused.
  const isSaid = kind.slots !== null && refusal === null && busy === null;
  const counted = kind.count(count, secret.capacity);
  const refused = refusal?.() ?? null;
  const strength = busy === null && refused === null && props.judge !== undefined ? secret.read(props.judge) : null;
  const judged = strength === null ? null : words().passcode.strength[strength];
  const told = judged === null ? counted : `${counted}. ${judged}`;
  const rested = useAnnounced(busy ?? (isTyped && refused === null ? told : null));
  const reveal = canReveal ? kind.reveal : null;
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
      {...describedByHint(id, complaint)}
      data-testid="secret-field"
      onKeyDown={keepCaretAtEnd}
      onSelect={() => keepSelectionWhole(field.current)}
      onContextMenu={kind.noPaste === null ? undefined : prevent}
      {...keepOutOfClipboard}
    />
  );
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <div class={`${AROUND_PAINTED} ${kind.slots === null ? "text-field" : "slots-field"}`}>
        {kind.slots === null ? (
          input
        ) : (
          <span class="slots-box">
            <Slots length={kind.slots} count={count} />
            {input}
          </span>
        )}
        {reveal !== null && (
          <Reveal
            label={label}
            secret={secret}
            count={count}
            edits={edits}
            paint={reveal.paint}
            text={reveal.text()}
            isOff={busy !== null}
          />
        )}
      </div>
      <div class={keepsRoom ? "below-field roomy" : "below-field"}>
        <p class={isSaid ? "unseen" : "hint"} data-testid={kind.countTestId}>
          {busy ?? refused ?? counted}
          {judged !== null && <strong class={`strength ${strength}`}>{judged}</strong>}
        </p>
        {/* Apart from it: what is shown keeps up with each key, what is told does not. */}
        <p class="unseen" aria-live="polite">
          {busy === null ? (refused ?? rested) : rested}
        </p>
        {advice}
        {/* Whatever else is said takes the hint's place, so nothing below moves. */}
        <FieldHint id={id} hint={hint} complaint={complaint} isHidden={refused !== null || isAdvised} />
      </div>
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
