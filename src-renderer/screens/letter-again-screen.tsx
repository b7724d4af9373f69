import { useEffect } from "preact/hooks";
import { go, lookForLetter } from "../actions.ts";
import { AskForLetter, useWaitForLetter } from "../components/ask-for-letter.tsx";
import { Button } from "../components/button.tsx";
import { FailureNotice } from "../components/failure-notice.tsx";
import { useTokenOfKey } from "../components/key-secret.ts";
import { LetterFacts } from "../components/letter-facts.tsx";
import { Page } from "../components/page.tsx";
import { letterState } from "../screen-states.ts";
import { bindingSteps } from "../screen-steps.ts";
import { useWindowState } from "../store.ts";
import type { Letter } from "../which-letter-screen.ts";
import { words } from "../words/words.ts";

/** Whether to ask for another letter: what becomes of the first one's code, and whether the bank's limit lets one ask now. */
export function LetterAgainScreen({ letter }: { readonly letter: Letter }) {
  const failure = useWindowState((state) => state.failure);
  const isOnToken = useTokenOfKey() !== null;
  const wait = useWaitForLetter();
  useEffect(() => void lookForLetter(), []);
  const { again, limited } = words().letter;
  return (
    <Page
      title={again.title}
      state={letterState("letter-again", { hasFailed: failure !== null, hasToWait: wait !== null })}
      steps={bindingSteps("code", isOnToken)}
    >
      <FailureNotice failure={failure} />
      <p>{again.what}</p>
      <LetterFacts letter={letter} />
      <p class="hint">{limited}</p>
      <div class="actions">
        <AskForLetter wait={wait} text={again.send} isAnother />
        <Button goesBack onClick={() => go("home")}>
          {words().common.goBack}
        </Button>
      </div>
    </Page>
  );
}
