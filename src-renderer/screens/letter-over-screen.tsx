import { go } from "../actions.ts";
import { AskForLetter, useWaitForLetter } from "../components/ask-for-letter.tsx";
import { Button } from "../components/button.tsx";
import { ByMessage } from "../components/by-message.tsx";
import { FailureNotice } from "../components/failure-notice.tsx";
import { useTokenOfKey } from "../components/key-secret.ts";
import { LetterFacts } from "../components/letter-facts.tsx";
import { Page } from "../components/page.tsx";
import { cancelLetter } from "../letter-actions.ts";
import { momentOf } from "../moment.ts";
import { letterOverState } from "../screen-states.ts";
import { bindingSteps } from "../screen-steps.ts";
import { useWindowState } from "../store.ts";
import type { EndedLetter } from "../which-letter-screen.ts";
import { words } from "../words/words.ts";

interface LetterOverScreenProps {
  readonly letter: EndedLetter;
  /** Null if none is known. */
  readonly computerName: string | null;
}

/** The letter's code counts no more. Why is not said by the bank, so no more is told than the clock and the list of devices say. */
export function LetterOverScreen({ letter, computerName }: LetterOverScreenProps) {
  const failure = useWindowState((state) => state.failure);
  const isOnToken = useTokenOfKey() !== null;
  const wait = useWaitForLetter();
  const { over, again, limited } = words().letter;
  const { ended, linkedSince } = letter;
  const told = failure?.code === "ERR_CODE_EXPIRED" ? null : failure; // the screen itself says it
  return (
    <Page
      title={ended === "expired" ? over.expiredTitle : over.title}
      state={letterOverState(ended, { hasFailed: told !== null, hasToWait: wait !== null })}
      steps={bindingSteps("code", isOnToken)}
    >
      <FailureNotice failure={told} />
      <p>{over[ended]}</p>
      <LetterFacts letter={letter} />
      {linkedSince !== null && (
        <p data-testid="linked-since">
          {over.linkedSince({
            name: linkedSince.name === "" ? words().devices.unnamed : linkedSince.name,
            when: momentOf(new Date(linkedSince.at)),
          })}
        </p>
      )}
      <p class="hint">{limited}</p>
      <div class="actions">
        <AskForLetter wait={wait} text={again.send} />
        <ByMessage computerName={computerName} />
        <Button kind="quiet" onClick={() => cancelLetter("home")}>
          {over.without}
        </Button>
      </div>
    </Page>
  );
}

/** The letter that was asked for was cancelled here. */
export function LetterCancelledScreen() {
  const { cancelled, again } = words().letter;
  return (
    <Page title={cancelled.title} state="letter-cancelled">
      <p>{cancelled.what}</p>
      <div class="actions">
        <Button kind="primary" goesBack onClick={() => go("home")}>
          {cancelled.back}
        </Button>
        <Button onClick={() => go("letter-offer")}>{again.open}</Button>
      </div>
    </Page>
  );
}
