import { useEffect, useState } from "preact/hooks";
import { go, lookBeforeLinking } from "../actions.ts";
import { Button } from "../components/button.tsx";
import { ByMessage } from "../components/by-message.tsx";
import { FailureNotice } from "../components/failure-notice.tsx";
import { useTokenOfKey } from "../components/key-secret.ts";
import { LetterFacts } from "../components/letter-facts.tsx";
import { NoRoom } from "../components/no-room.tsx";
import { Page } from "../components/page.tsx";
import { RemoveWithQuestion } from "../components/remove-with-question.tsx";
import { Safe } from "../components/safe.tsx";
import { cancelLetter, openLetterCode } from "../letter-actions.ts";
import { bindingSteps } from "../screen-steps.ts";
import { useWindowState } from "../store.ts";
import type { Letter } from "../which-letter-screen.ts";
import { words } from "../words/words.ts";

interface LetterScreenProps {
  readonly letter: Letter;
  /** Null if none is known. */
  readonly computerName: string | null;
}

/** A letter was asked for. Nothing is asked while it is on its way: whoever has it goes on from here, after any restart. */
export function LetterScreen({ letter, computerName }: LetterScreenProps) {
  const failure = useWindowState((state) => state.failure);
  const isOnToken = useTokenOfKey() !== null;
  const devices = useWindowState((state) => state.devices);
  const [wasFull, setFull] = useState(false);
  useEffect(() => {
    if (failure?.code === "ERR_DEVICE_LIMIT") void lookBeforeLinking().then(() => setFull(true));
  }, [failure]);
  const text = words().letter;
  const steps = bindingSteps("code", isOnToken);
  if (wasFull && devices !== null && devices.devices.length >= devices.limit) {
    const what = text.noRoom({ limit: devices.limit });
    return <NoRoom list={devices} steps={steps} letter={{ what, onBack: () => setFull(false) }} />;
  }
  return (
    <Page title={text.title} state={failure === null ? "letter" : "letter-failed"} steps={steps}>
      <FailureNotice failure={failure} />
      <p>{text.what}</p>
      <LetterFacts letter={letter} />
      <p>{text.meanwhile}</p>
      <div class="actions">
        <Button kind="primary" onClick={openLetterCode}>
          {text.enter}
        </Button>
        <Button onClick={() => go("letter-again")}>{text.again.open}</Button>
        <ByMessage computerName={computerName} />
        <RemoveWithQuestion
          button={text.cancel}
          question={text.cancelAsk}
          answers={{ yes: text.cancel, no: text.cancelNot }}
          onRemove={() => cancelLetter("letter-cancelled")}
        />
      </div>
      <p class="hint">{text.kept}</p>
      <Safe>{words().binding.neverAsk}</Safe>
    </Page>
  );
}
