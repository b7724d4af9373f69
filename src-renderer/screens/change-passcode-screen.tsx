import { useRef, useState } from "preact/hooks";
import { PASSCODE_LONGEST } from "../../src-contract/rules/passcode.ts";
import { changePasscode, go, leavePinChange } from "../actions.ts";
import { Button } from "../components/button.tsx";
import { FailureNotice } from "../components/failure-notice.tsx";
import { findComplaint, NewPasscodeFields, type PasscodeComplaint } from "../components/new-passcode-fields.tsx";
import { Notice } from "../components/notice.tsx";
import { Page } from "../components/page.tsx";
import { SecretField } from "../components/secret-field.tsx";
import { fieldsInOrder } from "../secrets/fields-in-order.ts";
import { devicePasscode } from "../secrets/secret-kinds.ts";
import { useSecretBytes } from "../secrets/use-secret-bytes.ts";
import { sayWiped, useWipeWhenLeft } from "../secrets/wipe-when-left.ts";
import { useWindowState } from "../store.ts";
import type { Said } from "../words/said.ts";
import { words } from "../words/words.ts";

type Complaint = { readonly field: "current"; readonly text: Said } | PasscodeComplaint;

/** The current passcode, and the new one twice. A wrong current one counts as any wrong passcode does. */
export function ChangePasscodeScreen() {
  const { failure, busy } = useWindowState();
  const current = useSecretBytes(PASSCODE_LONGEST);
  const first = useSecretBytes(PASSCODE_LONGEST);
  const again = useSecretBytes(PASSCODE_LONGEST);
  const [complaint, setComplaint] = useState<Complaint | null>(null);
  // A new one draws new fields.
  const [rounds, setRounds] = useState({ current: 0, next: 0 });
  const form = useRef<HTMLFormElement>(null);
  const entries = { current, first, again };
  const fields = fieldsInOrder(form, ["current", "first", "again"], (name) => entries[name].count());
  const text = words.passcode;

  const clearCurrent = () => {
    current.clear();
    setRounds((before) => ({ ...before, current: before.current + 1 }));
  };
  const clearNew = () => {
    first.clear();
    again.clear();
    setRounds((before) => ({ ...before, next: before.next + 1 }));
  };
  useWipeWhenLeft(
    () => {
      setComplaint({ field: "current", text: sayWiped });
      clearNew();
      clearCurrent();
    },
    () => current.count() + first.count() + again.count() === 0,
  );

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (busy) return;
    if (current.count() === 0) return setComplaint({ field: "current", text: () => words.passcode.empty });
    const asked = fields.asked();
    const found = findComplaint(asked.names, first, again);
    if (found?.field === "again") {
      clearNew();
      return setComplaint({ ...found, field: "first" });
    }
    setComplaint(found);
    if (found !== null) return;
    if (asked.next !== null) return fields.focus(asked.next);
    if (!(await changePasscode(current.copy(), first.copy()))) clearCurrent();
  };

  const onChange = (count: number) => count > 0 && setComplaint(null);
  const state = busy
    ? "change-passcode-busy"
    : complaint !== null
      ? "change-passcode-complaint"
      : failure !== null
        ? "change-passcode-failed"
        : "change-passcode";
  return (
    <Page title={text.changeTitle} state={state}>
      <FailureNotice failure={failure} />
      <p>{text.changeIntro}</p>
      <form ref={form} onSubmit={submit} noValidate autocomplete="off">
        <SecretField
          key={`current ${rounds.current}`}
          field="current"
          label={text.current}
          kind={devicePasscode}
          secret={current}
          onChange={onChange}
          complaint={complaint?.field === "current" ? complaint.text() : null}
        />
        <NewPasscodeFields
          key={`new ${rounds.next}`}
          labels={{ first: text.next, again: text.nextAgain }}
          first={first}
          again={again}
          complaint={complaint?.field === "current" ? null : complaint}
          onChange={onChange}
          takesFocus={false}
        />
        <p class="hint said" role="status">
          {busy && text.checking}
        </p>
        <div class="actions">
          <Button kind="primary">{text.change}</Button>
          <Button kind="quiet" onClick={() => go("devices")}>
            {words.common.goBack}
          </Button>
        </div>
      </form>
    </Page>
  );
}

/** Leaving it loads the window anew, as after a PIN. */
export function PasscodeChangedScreen() {
  return (
    <Page title={words.passcode.changedTitle} state="passcode-changed">
      <Notice kind="success">
        <p>{words.passcode.changed}</p>
      </Notice>
      <div class="actions">
        <Button kind="primary" onClick={leavePinChange}>
          {words.outcome.toCards}
        </Button>
      </div>
    </Page>
  );
}
