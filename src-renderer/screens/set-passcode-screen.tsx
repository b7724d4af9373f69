import { useState } from "preact/hooks";
import { PASSCODE_LONGEST } from "../../src-preload/contract/passcode-rules.ts";
import { abandonBinding, setPasscode } from "../actions.ts";
import { Button } from "../components/button.tsx";
import { FailureNotice } from "../components/failure-notice.tsx";
import { findComplaint, NewPasscodeFields, type PasscodeComplaint } from "../components/new-passcode-fields.tsx";
import { Page } from "../components/page.tsx";
import { bindingSteps } from "../screen-steps.ts";
import { useSecretBytes } from "../secrets/use-secret-bytes.ts";
import { useWipeWhenLeft } from "../secrets/wipe-when-left.ts";
import { useWindowState } from "../store.ts";
import { words } from "../words/words.ts";

/** The third step of binding: the passcode that the restricted key will be wrapped with. */
export function SetPasscodeScreen() {
  const { failure, busy, overview } = useWindowState();
  const first = useSecretBytes(PASSCODE_LONGEST);
  const again = useSecretBytes(PASSCODE_LONGEST);
  const [complaint, setComplaint] = useState<PasscodeComplaint | null>(null);
  const [round, setRound] = useState(0); // a new one draws new, empty fields
  const text = words.passcode;

  const beginAnew = (why: PasscodeComplaint | null) => {
    first.clear();
    again.clear();
    setComplaint(why);
    setRound((before) => before + 1);
  };
  useWipeWhenLeft(() => {
    if (first.count() + again.count() > 0) beginAnew({ field: "first", text: text.wiped });
  });

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (busy) return;
    const found = findComplaint(first, again);
    if (found?.field === "again") return beginAnew({ ...found, field: "first" });
    setComplaint(found);
    if (found === null) void setPasscode(first.copy());
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
      <form onSubmit={submit} noValidate autocomplete="off">
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
        {busy && <p role="status">{words.binding.finishing}</p>}
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
