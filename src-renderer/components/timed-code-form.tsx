import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef, useState } from "preact/hooks";
import type { ErrorCode } from "../../src-preload/contract/error-codes.ts";
import { useWindowState } from "../store.ts";
import { words } from "../words/words.ts";
import { AfterWait } from "./after-wait.tsx";
import { Button } from "./button.tsx";
import { asClock, useSecondsLeft } from "./countdown.tsx";

const CODE_LENGTH = 6;
const WARN_BEFORE_SECONDS = 60;

interface TimedCodeFormProps {
  /** RFC 3339, as the server said. */
  readonly expiresAt: string;
  /** The failure that says that the code is over, whatever the clock says. */
  readonly overWhen: ErrorCode;
  readonly submit: string;
  /** @param code six ASCII digits; the receiver's to wipe @returns whether it was accepted */
  readonly onCode: (code: Uint8Array) => Promise<boolean>;
  readonly onNewCode: () => unknown;
  /** What else can be done. */
  readonly children: ComponentChildren;
}

/** A one-time code from a message, with its time limit and the way to a new one. */
export function TimedCodeForm({ expiresAt, overWhen, submit, onCode, onNewCode, children }: TimedCodeFormProps) {
  const { failure, busy } = useWindowState();
  const input = useRef<HTMLInputElement>(null);
  const [incomplete, setIncomplete] = useState(false);
  const secondsLeft = useSecondsLeft(expiresAt);
  const [over, setOver] = useState<string | null>(null);
  const id = useId();
  const text = words.code;
  // Solaris decides whether a code counts; this computer's clock may be wrong, so it only advises.
  const expired = secondsLeft === 0 || over === expiresAt;
  const soonOver = !expired && secondsLeft <= WARN_BEFORE_SECONDS;

  useEffect(() => input.current?.focus(), [expiresAt]);
  useEffect(() => {
    if (failure?.code === overWhen) setOver(expiresAt);
  }, [failure]);

  const onSubmit = async (event: SubmitEvent) => {
    event.preventDefault();
    const field = input.current;
    if (field === null || busy) return;
    const code = new TextEncoder().encode(field.value.replace(/[\s-]/g, ""));
    const complete = code.length === CODE_LENGTH && code.every((byte) => byte >= 0x30 && byte <= 0x39);
    setIncomplete(!complete);
    if (complete) {
      field.value = "";
      if (!(await onCode(code))) field.focus();
    }
    code.fill(0);
  };

  return (
    <>
      <form onSubmit={onSubmit} noValidate>
        <div class="field">
          <label for={id}>{text.label}</label>
          <input
            ref={input}
            id={id}
            class="code"
            type="text"
            inputMode="numeric"
            autocomplete="one-time-code"
            spellcheck={false}
            aria-describedby={`${id}-hint`}
            aria-invalid={incomplete}
            data-testid="code-field"
          />
          <p id={`${id}-hint`} class={incomplete ? "hint wrong" : "hint"} role={incomplete ? "alert" : undefined}>
            {incomplete ? text.incomplete : text.hint}
          </p>
          {failure?.code !== overWhen && (
            <p class={expired ? "hint wrong" : "hint"} role={expired ? "status" : "timer"} data-testid="code-expiry">
              {expired ? text.expired : text.validFor(asClock(secondsLeft))}
            </p>
          )}
          <p class="hint wrong" role="status" data-testid="code-warning">
            {soonOver && text.soonOver}
          </p>
        </div>
        <div class="actions">
          <Button kind={expired ? undefined : "primary"}>{submit}</Button>
        </div>
      </form>
      <div class="actions">
        <AfterWait actions={["code"]}>
          <Button kind={expired ? "primary" : undefined} onClick={onNewCode}>
            {text.newCode}
          </Button>
        </AfterWait>
        {children}
      </div>
    </>
  );
}
