import type { TokenLabel } from "../../src-contract/bridge/views.ts";
import { TOKEN_PIN_LONGEST } from "../../src-contract/rules/token-pin.ts";
import { Button } from "../components/button.tsx";
import { FailureNotice } from "../components/failure-notice.tsx";
import { Page } from "../components/page.tsx";
import { SecretField } from "../components/secret-field.tsx";
import { StartOver } from "../components/start-over.tsx";
import { Waiting } from "../components/waiting.tsx";
import { fieldFailure } from "../field-failure.ts";
import { passcodeState } from "../screen-states.ts";
import { bindingSteps } from "../screen-steps.ts";
import { tokenPin } from "../secrets/secret-kinds.ts";
import { useSecretForm } from "../secrets/use-secret-form.ts";
import { useWindowState } from "../store.ts";
import { setTokenPin } from "../token-actions.ts";
import { labelInWords } from "../token-words.ts";
import { words } from "../words/words.ts";

/** The third step of binding where a token will have the key: its PIN, with which it makes it. */
export function SetTokenPinScreen({ onToken }: { readonly onToken: TokenLabel }) {
  const failure = useWindowState((state) => state.failure);
  const busy = useWindowState((state) => state.busy);
  const refused = fieldFailure(failure, "token-pin");
  const form = useSecretForm({ pin: TOKEN_PIN_LONGEST }, { field: "pin", refused });
  const text = words().token;
  const label = labelInWords(onToken);

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (busy) return;
    if (form.entries.pin.count() === 0) return form.complain({ field: "pin", text: () => words().token.empty });
    if (await setTokenPin(form.entries.pin)) return;
    form.renew("pin");
    form.focus("pin");
  };

  const state = passcodeState("set-token-pin", {
    isBusy: busy,
    hasComplaint: form.hasComplaint,
    hasFailed: failure !== null,
  });
  return (
    <Page title={text.setTitle} state={state} steps={bindingSteps("passcode", true)} isFieldFirst>
      {refused === null && <FailureNotice failure={failure} />}
      <p>{text.setWhat({ label })}</p>
      <p>{text.setPin}</p>
      <form ref={form.form} onSubmit={submit} noValidate autocomplete="off">
        <SecretField
          {...form.field("pin")}
          label={text.label}
          kind={tokenPin}
          canReveal={__POLICY__.reveal}
          hint={text.hint({ label })}
          busy={busy ? text.checking : null}
        />
        <p class="hint" data-testid="protection">
          {words().protection.hardware_passcode}
        </p>
        <Waiting class="hint said" text={busy ? words().binding.finishing : null} />
        <div class="actions">
          <Button kind="primary">{text.set}</Button>
          <StartOver kind="quiet" />
        </div>
      </form>
    </Page>
  );
}
