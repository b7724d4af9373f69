import { useState } from "preact/hooks";
import { go } from "../actions.ts";
import { Button } from "../components/button.tsx";
import { FailureNotice } from "../components/failure-notice.tsx";
import { useTokenOfKey } from "../components/key-secret.ts";
import { LetterCodeField, useLetterCode } from "../components/letter-code-field.tsx";
import { Page } from "../components/page.tsx";
import { useWait, WaitNotice } from "../components/rate-limited.tsx";
import { Safe } from "../components/safe.tsx";
import { confirmLetterCode } from "../letter-actions.ts";
import { letterCodeState } from "../screen-states.ts";
import { bindingSteps } from "../screen-steps.ts";
import { useWipeWhenLeft } from "../secrets/wipe-when-left.ts";
import { useWindowState } from "../store.ts";
import { words } from "../words/words.ts";

/** The letter has come: its code, however many days later. @param computerName null if none is known */
export function LetterCodeScreen({ computerName }: { readonly computerName: string | null }) {
  const failure = useWindowState((state) => state.failure);
  const isOnToken = useTokenOfKey() !== null;
  const busy = useWindowState((state) => state.busy);
  const wait = useWait(["binding"]);
  const entry = useLetterCode();
  const [isEmpty, setEmpty] = useState(false);
  const [isCorrected, setCorrected] = useState(false);
  const text = words().letter.code;
  const name = computerName ?? words().binding.ownName;
  const isRefused = failure?.code === "ERR_CODE_REFUSED";
  useWipeWhenLeft(entry.wipe, entry.isEmpty);

  const onSubmit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (busy || wait !== null) return;
    setEmpty(entry.isEmpty());
    setCorrected(false);
    // A long code stays for correction: what is wrong with it is mostly one character.
    if (entry.isEmpty() || !(await confirmLetterCode(name, entry))) entry.field.current?.focus();
    else entry.clear();
  };
  const complaint = isEmpty ? text.empty : isRefused && !isCorrected ? text.refused : null;
  return (
    <Page
      title={text.title}
      state={letterCodeState({
        isBusy: busy,
        isIncomplete: isEmpty,
        hasFailed: failure !== null,
        hasToWait: wait !== null,
      })}
      steps={bindingSteps("code", isOnToken)}
      isFieldFirst
    >
      {!isRefused && <FailureNotice failure={failure} />}
      <p>{text.intro({ name })}</p>
      <form onSubmit={onSubmit} noValidate>
        <LetterCodeField
          entry={entry}
          complaint={complaint}
          isChecked={busy}
          onEdit={() => {
            setEmpty(false);
            setCorrected(true);
          }}
        />
        <div class="actions">
          {wait === null ? <Button kind="primary">{words().binding.link}</Button> : <WaitNotice text={wait} />}
          <Button kind="quiet" goesBack onClick={() => go("home")}>
            {words().common.goBack}
          </Button>
        </div>
      </form>
      <Safe>{words().binding.neverAsk}</Safe>
    </Page>
  );
}
