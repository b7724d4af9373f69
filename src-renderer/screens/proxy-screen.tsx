import { useEffect, useId, useRef, useState } from "preact/hooks";
import type { ProxyQuestion } from "../../src-contract/bridge/views.ts";
import type { Failure } from "../../src-contract/errors/result.ts";
import { PROXY_NAME_LONGEST, PROXY_PASSWORD_LONGEST } from "../../src-contract/rules/proxy-credentials.ts";
import { signInToProxy } from "../actions.ts";
import { bridge } from "../bridge.ts";
import { Button } from "../components/button.tsx";
import { FailureNotice } from "../components/failure-notice.tsx";
import { FieldHint } from "../components/field-hint.tsx";
import { Notice } from "../components/notice.tsx";
import { Page } from "../components/page.tsx";
import { SecretField } from "../components/secret-field.tsx";
import { proxyPassword } from "../secrets/secret-kinds.ts";
import { useSecretBytes } from "../secrets/use-secret-bytes.ts";
import { sayWiped, useWipeWhenLeft } from "../secrets/wipe-when-left.ts";
import { closePanel, useWindowState } from "../store.ts";
import { words } from "../words/words.ts";

/**
 * A proxy on the way asks for a name and a password. Who asks, and that it is not the bank, comes first. Afterwards the
 * cardholder is where they were, and tries again themselves.
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
  const signIn = async (name: string, password: Uint8Array) => {
    setFailure(null);
    const failed = await signInToProxy(name, password);
    if (failed === null) return closePanel();
    setFailure(failed);
    await ask();
  };
  const text = words.proxy;
  return (
    <Page title={text.title} state={failure === null ? "proxy" : "proxy-failed"}>
      <FailureNotice failure={failure} />
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
          <ProxyForm onSubmit={signIn} />
        </>
      )}
      <div class="actions">
        <Button kind="quiet" onClick={closePanel}>
          {words.common.goBack}
        </Button>
      </div>
    </Page>
  );
}

type Complaint = "name" | "password" | "wiped" | null;

/** The name stays in its field, for another try; the password is in bytes of this form's own and gone after each. */
function ProxyForm({ onSubmit }: { readonly onSubmit: (name: string, password: Uint8Array) => Promise<void> }) {
  const { busy } = useWindowState();
  const name = useRef<HTMLInputElement>(null);
  const password = useSecretBytes(PROXY_PASSWORD_LONGEST);
  const [complaint, setComplaint] = useState<Complaint>(null);
  // A new one draws a new field for the password.
  const [round, setRound] = useState(0);
  const id = useId();
  const text = words.proxy;
  const clear = () => {
    password.clear();
    setRound((before) => before + 1);
  };
  useWipeWhenLeft(
    () => {
      setComplaint("wiped");
      clear();
    },
    () => password.count() === 0,
  );
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (busy) return;
    const entered = name.current?.value.trim() ?? "";
    const missing = entered === "" || entered.includes(":") ? "name" : password.count() === 0 ? "password" : null;
    setComplaint(missing);
    if (missing === "name") name.current?.focus();
    if (missing !== null) return;
    await onSubmit(entered, password.copy());
    clear();
  };
  return (
    <form onSubmit={submit} noValidate autocomplete="off">
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
          aria-describedby={`${id}-hint`}
          aria-invalid={complaint === "name"}
          data-testid="proxy-name"
        />
        <FieldHint id={`${id}-hint`} hint="" complaint={complaint === "name" ? text.nameMissing : null} />
      </div>
      <SecretField
        key={round}
        label={text.password}
        kind={proxyPassword}
        secret={password}
        hint={text.kept}
        complaint={complaint === "password" ? text.passwordMissing : complaint === "wiped" ? sayWiped() : null}
        takesFocus={round > 0}
        onChange={(count) => count > 0 && setComplaint(null)}
      />
      {busy && <p role="status">{text.checking}</p>}
      <div class="actions">
        <Button kind="primary">{text.signIn}</Button>
      </div>
    </form>
  );
}
