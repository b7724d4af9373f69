import { useRef, useState } from "preact/hooks";
import { PASSCODE_LONGEST } from "../../src-contract/rules/passcode.ts";
import { abandonBinding, setPasscode } from "../actions.ts";
import { Button } from "../components/button.tsx";
import { FailureNotice } from "../components/failure-notice.tsx";
import { findComplaint, NewPasscodeFields, type PasscodeComplaint } from "../components/new-passcode-fields.tsx";
import { Page } from "../components/page.tsx";
import { bindingSteps } from "../screen-steps.ts";
import { fieldsInOrder } from "../secrets/fields-in-order.ts";
import { useSecretBytes } from "../secrets/use-secret-bytes.ts";
import { sayWiped, useWipeWhenLeft } from "../secrets/wipe-when-left.ts";
import { useWindowState } from "../store.ts";
import { words } from "../words/words.ts";

/** The third step of binding: the passcode that the restricted key will be wrapped with. */
export function SetPasscodeScreen() {
  const { failure, busy, overview } = useWindowState();
  const first = useSecretBytes(PASSCODE_LONGEST);
  const again = useSecretBytes(PASSCODE_LONGEST);
  const [complaint, setComplaint] = useState<PasscodeComplaint | null>(null);
  const [round, setRound] = useState(0); // a new one draws new, empty fields
  const form = useRef<HTMLFormElement>(null);
  const entries = { first, again };
  const fields = fieldsInOrder(form, ["first", "again"], (name) => entries[name].count());
  const text = words.passcode;

  const beginAnew = (why: PasscodeComplaint | null) => {
    first.clear();
    again.clear();
    setComplaint(why);
    setRound((before) => before + 1);
  };
  useWipeWhenLeft(
    () => beginAnew({ field: "first", text: sayWiped }),
    () => first.count() + again.count() === 0,
  );

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (busy) return;
    const asked = fields.asked();
    const found = findComplaint(asked.names, first, again);
    if (found?.field === "again") return beginAnew({ ...found, field: "first" });
    setComplaint(found);
    if (found !== null) return;
    if (asked.next !== null) fields.focus(asked.next);
    else void setPasscode(first.copy());
  };

  const state = busy
    ? "set-passcode-busy"
    : complaint !== null
      ? "set-passcode-complaint"
      : failure !== null
        ? "set-passcode-failed"
        : "set-passcode";
  return (
    <Page title={text.setTitle} state={state} steps={bindingSteps("passcode")}>
      <FailureNotice failure={failure} />
      <p>{text.setIntro}</p>
      <p>{text.setUnknown}</p>
      <form ref={form} onSubmit={submit} noValidate autocomplete="off">
        <NewPasscodeFields
          key={round}
          labels={{ first: text.label, again: text.again }}
          first={first}
          again={again}
          complaint={complaint}
          onChange={(count) => count > 0 && setComplaint(null)}
        />
        {overview !== null && (
          <p class="hint" data-testid="protection">
            {words.protection[overview.protection]}
          </p>
        )}
        <p class="hint said" role="status">
          {busy && words.binding.finishing}
        </p>
        <div class="actions">
          <Button kind="primary">{text.set}</Button>
          <Button kind="quiet" onClick={abandonBinding}>
            {words.binding.startOver}
          </Button>
        </div>
      </form>
    </Page>
  );
}
