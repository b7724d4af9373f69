import { PASSCODE_LONGEST } from "../../src-contract/rules/passcode.ts";
import { setPasscode } from "../actions.ts";
import { Button } from "../components/button.tsx";
import { FailureNotice } from "../components/failure-notice.tsx";
import { NewPasscodeFields } from "../components/new-passcode-fields.tsx";
import { Page } from "../components/page.tsx";
import { StartOver } from "../components/start-over.tsx";
import { Waiting } from "../components/waiting.tsx";
import { passcodeState } from "../screen-states.ts";
import { bindingSteps } from "../screen-steps.ts";
import { findPasscodeComplaint } from "../secrets/entry-complaints.ts";
import { useSecretForm } from "../secrets/use-secret-form.ts";
import { useWindowState } from "../store.ts";
import { words } from "../words/words.ts";

/** The third step of binding: the passcode that the restricted key will be wrapped with. */
export function SetPasscodeScreen() {
  const failure = useWindowState((state) => state.failure);
  const busy = useWindowState((state) => state.busy);
  const protection = useWindowState((state) => state.overview?.protection);
  const form = useSecretForm({ first: PASSCODE_LONGEST, again: PASSCODE_LONGEST });
  const text = words().passcode;

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (busy) return;
    const asked = form.asked();
    const found = findPasscodeComplaint(asked.names, form.entries);
    form.complain(found);
    if (found?.isMismatch) form.renew("first", "again");
    if (found !== null) return;
    if (asked.next !== null) form.focus(asked.next);
    else void setPasscode(form.entries.first);
  };

  const state = passcodeState("set-passcode", {
    isBusy: busy,
    hasComplaint: form.hasComplaint,
    hasFailed: failure !== null,
  });
  return (
    <Page title={text.setTitle} state={state} steps={bindingSteps("passcode")} isFieldFirst>
      <FailureNotice failure={failure} />
      <p>{text.setIntro}</p>
      <p>{text.setUnknown}</p>
      <form ref={form.form} onSubmit={submit} noValidate autocomplete="off">
        <NewPasscodeFields
          labels={{ first: text.label, again: text.again }}
          first={form.field("first")}
          again={form.field("again")}
        />
        {protection !== undefined && (
          <p class="hint" data-testid="protection">
            {words().protection[protection]}
          </p>
        )}
        <Waiting class="hint said" text={busy ? words().binding.finishing : null} />
        <div class="actions">
          <Button kind="primary">{text.set}</Button>
          <StartOver kind="quiet" />
        </div>
      </form>
    </Page>
  );
}
