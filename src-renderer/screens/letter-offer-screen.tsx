import { useState } from "preact/hooks";
import { go, requestCode } from "../actions.ts";
import { AskForLetter, useWaitForLetter } from "../components/ask-for-letter.tsx";
import { Button } from "../components/button.tsx";
import { CheckedAgain } from "../components/checked-again.tsx";
import { FailureNotice } from "../components/failure-notice.tsx";
import { useTokenOfKey } from "../components/key-secret.ts";
import { Page } from "../components/page.tsx";
import { letterState } from "../screen-states.ts";
import { bindingSteps } from "../screen-steps.ts";
import { useWindowState } from "../store.ts";
import { words } from "../words/words.ts";

/** No text message can be sent, and the bank offers a letter instead. @param computerName null if none is known */
export function LetterOfferScreen({ computerName }: { readonly computerName: string | null }) {
  const failure = useWindowState((state) => state.failure);
  const isOnToken = useTokenOfKey() !== null;
  const busy = useWindowState((state) => state.busy);
  const wait = useWaitForLetter();
  const [isAgain, setAgain] = useState(false);
  const text = words().letter;
  // The screen itself says it.
  const hasNoNumber = failure?.code === "ERR_NO_MOBILE_NUMBER";
  const told = hasNoNumber ? null : failure;
  const askAgain = () => {
    setAgain(true);
    return requestCode(computerName ?? words().binding.ownName);
  };
  return (
    <Page
      title={text.offer.title}
      state={letterState("letter-offer", { hasFailed: told !== null, hasToWait: wait !== null })}
      steps={bindingSteps("code", isOnToken)}
    >
      <FailureNotice failure={told} />
      <p>{text.offer.what}</p>
      <p>{text.offer.days}</p>
      <p>{text.offer.address}</p>
      <p class="hint">{text.limited}</p>
      {hasNoNumber && isAgain && !busy && <CheckedAgain say={words().binding.stillNoNumber} />}
      <div class="actions">
        <AskForLetter wait={wait} text={text.offer.send} />
        <Button onClick={askAgain}>{text.byMessage}</Button>
        <Button kind="quiet" goesBack onClick={() => go("home")}>
          {words().common.goBack}
        </Button>
      </div>
    </Page>
  );
}
