import { PASSCODE_LONGEST } from "../../src-contract/rules/passcode.ts";
import { changePasscode, go, leavePinChange } from "../actions.ts";
import { Button } from "../components/button.tsx";
import { FailureNotice } from "../components/failure-notice.tsx";
import { NewPasscodeFields } from "../components/new-passcode-fields.tsx";
import { Notice } from "../components/notice.tsx";
import { Page } from "../components/page.tsx";
import { SecretField } from "../components/secret-field.tsx";
import { Waiting } from "../components/waiting.tsx";
import { fieldFailure } from "../field-failure.ts";
import { passcodeState } from "../screen-states.ts";
import { findPasscodeComplaint } from "../secrets/entry-complaints.ts";
import { devicePasscode } from "../secrets/secret-kinds.ts";
import { useSecretForm } from "../secrets/use-secret-form.ts";
import { useWindowState } from "../store.ts";
import { words } from "../words/words.ts";

/** The current passcode, and the new one twice. A wrong current one counts as any wrong passcode does. */
export function ChangePasscodeScreen() {
  const failure = useWindowState((state) => state.failure);
  const busy = useWindowState((state) => state.busy);
  const refused = fieldFailure(failure, "passcode");
  const form = useSecretForm(
    { current: PASSCODE_LONGEST, first: PASSCODE_LONGEST, again: PASSCODE_LONGEST },
    { field: "current", refused },
  );
  const text = words().passcode;

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (busy) return;
    const { current, first } = form.entries;
    if (current.count() === 0) return form.complain({ field: "current", text: () => words().passcode.empty });
    const asked = form.asked();
    const found = findPasscodeComplaint(asked.names, form.entries);
    form.complain(found);
    if (found?.isMismatch) form.renew("first", "again");
    if (found !== null) return;
    if (asked.next !== null) return form.focus(asked.next);
    if (!(await changePasscode(current, first))) form.renew("current");
  };

  const state = passcodeState("change-passcode", {
    isBusy: busy,
    hasComplaint: form.hasComplaint,
    hasFailed: failure !== null,
  });
  return (
    <Page title={text.changeTitle} state={state} isFieldFirst>
      {refused === null && <FailureNotice failure={failure} />}
      <p>{text.changeIntro}</p>
      <form ref={form.form} onSubmit={submit} noValidate autocomplete="off">
        <SecretField
          {...form.field("current")}
          label={text.current}
          kind={devicePasscode}
          canReveal={__POLICY__.reveal}
        />
        <NewPasscodeFields
          labels={{ first: text.next, again: text.nextAgain }}
          first={form.field("first")}
          again={form.field("again")}
          takesFocus={false}
        />
        <Waiting class="hint said" text={busy ? text.checking : null} />
        <div class="actions">
          <Button kind="primary">{text.change}</Button>
          <Button kind="quiet" goesBack onClick={() => go("devices")}>
            {words().common.goBack}
          </Button>
        </div>
      </form>
    </Page>
  );
}

/** Leaving it reloads the window, as after a PIN change. */
export function PasscodeChangedScreen() {
  return (
    <Page title={words().passcode.changedTitle} state="passcode-changed">
      <Notice kind="success">
        <p>{words().passcode.changed}</p>
      </Notice>
      <div class="actions">
        <Button kind="primary" goesBack onClick={leavePinChange}>
          {words().outcome.toCards}
        </Button>
      </div>
    </Page>
  );
}
