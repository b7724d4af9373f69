import { useEffect, useId, useRef, useState } from "preact/hooks";
import type { ProxyQuestion } from "../../src-contract/bridge/views.ts";
import type { Failure } from "../../src-contract/errors/result.ts";
import { PROXY_NAME_LONGEST, PROXY_PASSWORD_LONGEST } from "../../src-contract/rules/proxy-credentials.ts";
import { signInToProxy } from "../actions.ts";
import { bridge } from "../bridge.ts";
import { Button } from "../components/button.tsx";
import { FailureNotice } from "../components/failure-notice.tsx";
import { describedByHint, FieldHint } from "../components/field-hint.tsx";
import { Notice } from "../components/notice.tsx";
import { Page } from "../components/page.tsx";
import { SecretField } from "../components/secret-field.tsx";
import { fieldFailure } from "../field-failure.ts";
import { proxyPassword } from "../secrets/secret-kinds.ts";
import { useSecretForm } from "../secrets/use-secret-form.ts";
import { closePanel, useWindowState } from "../store.ts";
import { words } from "../words/words.ts";

/**
 * A proxy on the way asks for a name and a password. First says who asks, and that it is not the bank. Afterwards the
 * cardholder is back where they were, and tries again.
 */
export function ProxyScreen() {
  const [question, setQuestion] = useState<ProxyQuestion | null | undefined>(undefined);
  const [failure, setFailure] = useState<Failure | null>(null);
  const ask = async () => {
    const result = await bridge().getProxyQuestion();
    if (result.ok) setQuestion(result.value);
    else setFailure(result);
  };
  useEffect(() => void ask(), []);
  const onAnswer = async (failed: Failure | null) => {
    if (failed === null) return closePanel();
    setFailure(failed);
    await ask();
  };
  const text = words().proxy;
  const refused = fieldFailure(failure, "proxy-password");
  return (
    <Page title={text.title} state={failure === null ? "proxy" : "proxy-failed"}>
      {refused === null && <FailureNotice failure={failure} />}
      {question === null && <p role="status">{text.notAsked}</p>}
      {question != null && (
        <>
          <p>{text.intro}</p>
          <p data-testid="proxy">{text.asks({ address: question.address })}</p>
          <Notice kind="information">
            <p>{text.notBank}</p>
          </Notice>
          {question.isReadable && (
            <Notice kind="uncertain" isQuiet>
              <p>{text.readable}</p>
            </Notice>
          )}
          <ProxyForm refused={refused} onTry={() => setFailure(null)} onAnswer={onAnswer} />
        </>
      )}
      <div class="actions">
        <Button kind="quiet" goesBack onClick={closePanel}>
          {words().common.goBack}
        </Button>
      </div>
    </Page>
  );
}

interface ProxyFormProps {
  /** Why the proxy refused the last password; null if it did not. */
  readonly refused: string | null;
  readonly onTry: () => void;
  /** @param failed why the proxy refused; null if it accepted */
  readonly onAnswer: (failed: Failure | null) => Promise<void>;
}

/** The name stays for another try. The password is in this form's own bytes, which are wiped after each try. */
function ProxyForm({ refused, onTry, onAnswer }: ProxyFormProps) {
  const busy = useWindowState((state) => state.busy);
  const name = useRef<HTMLInputElement>(null);
  const form = useSecretForm({ password: PROXY_PASSWORD_LONGEST }, { field: "password", refused });
  const [isNameWrong, setNameWrong] = useState(false);
  const id = useId();
  const text = words().proxy;
  const nameComplaint = isNameWrong ? text.nameMissing : null;
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (busy) return;
    const entered = name.current?.value.trim() ?? "";
    const { password } = form.entries;
    const isWrong = entered === "" || entered.includes(":");
    const isMissing = !isWrong && password.count() === 0;
    setNameWrong(isWrong);
    form.complain(isMissing ? { field: "password", text: () => words().proxy.passwordMissing } : null);
    if (isWrong) name.current?.focus();
    if (isWrong || isMissing) return;
    onTry();
    await onAnswer(await signInToProxy(entered, password));
    form.renew("password");
    form.focus("password");
  };
  return (
    <form ref={form.form} onSubmit={submit} noValidate autocomplete="off">
      <div class="field">
        <label for={id}>{text.name}</label>
        <input
          ref={name}
          id={id}
          type="text"
          maxLength={PROXY_NAME_LONGEST}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          {...describedByHint(id, nameComplaint)}
          data-testid="proxy-name"
        />
        <FieldHint id={id} hint="" complaint={nameComplaint} />
      </div>
      <SecretField
        {...form.field("password")}
        label={text.password}
        kind={proxyPassword}
        hint={text.kept}
        takesFocus={false}
        onChange={(count) => {
          form.onChange(count);
          if (count > 0) setNameWrong(false);
        }}
      />
      {busy && <p role="status">{text.checking}</p>}
      <div class="actions">
        <Button kind="primary">{text.signIn}</Button>
      </div>
    </form>
  );
}
