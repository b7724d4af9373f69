import { useEffect, useId, useRef, useState } from "preact/hooks";
import type { BindingView } from "../../src-preload/contract/views.ts";
import { abandonBinding, confirmCode, requestCode } from "../actions.ts";
import { Button } from "../components/button.tsx";
import { asClock, useSecondsLeft } from "../components/countdown.tsx";
import { FailureNotice } from "../components/failure-notice.tsx";
import { Page } from "../components/page.tsx";
import { useWindowState } from "../store.ts";
import { words } from "../words/words.ts";

const CODE_LENGTH = 6;

/** The second step of binding: the one-time code, with the challenge's own expiry. */
export function CodeScreen({ binding }: { readonly binding: Extract<BindingView, { step: "code" }> }) {
  const { failure, busy } = useWindowState();
  const input = useRef<HTMLInputElement>(null);
  const [incomplete, setIncomplete] = useState(false);
  const secondsLeft = useSecondsLeft(binding.expiresAt);
  const [over, setOver] = useState<string | null>(null);
  const id = useId();
  const text = words.binding;
  // Solaris decides whether a code counts; this computer's clock may be wrong, so it only advises.
  const expired = secondsLeft === 0 || over === binding.expiresAt;

  useEffect(() => input.current?.focus(), [binding.expiresAt]);
  useEffect(() => {
    if (failure?.code === "ERR_CODE_EXPIRED") setOver(binding.expiresAt);
  }, [failure]);

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const field = input.current;
    if (field === null || busy) return;
    const code = new TextEncoder().encode(field.value.replace(/[\s-]/g, ""));
    const complete = code.length === CODE_LENGTH && code.every((byte) => byte >= 0x30 && byte <= 0x39);
    setIncomplete(!complete);
    if (complete) {
      field.value = "";
      if (!(await confirmCode(code))) field.focus();
    }
    code.fill(0);
  };

  return (
    <Page title={text.codeTitle} progress={words.common.stepOf(2, 2)}>
      <FailureNotice failure={failure} />
      <p>{text.codeIntro(binding.computerName)}</p>
      <form onSubmit={submit} noValidate>
        <div class="field">
          <label for={id}>{text.codeLabel}</label>
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
            {incomplete ? text.codeIncomplete : text.codeHint}
          </p>
          {failure?.code !== "ERR_CODE_EXPIRED" && (
            <p class={expired ? "hint wrong" : "hint"} role={expired ? "status" : "timer"} data-testid="code-expiry">
              {expired ? text.expired : text.validFor(asClock(secondsLeft))}
            </p>
          )}
        </div>
        <div class="actions">
          <Button primary={!expired}>{text.connect}</Button>
        </div>
      </form>
      <div class="actions">
        <Button primary={expired} onClick={() => requestCode(binding.computerName)}>
          {text.newCode}
        </Button>
        <Button onClick={abandonBinding}>{text.startOver}</Button>
      </div>
    </Page>
  );
}
