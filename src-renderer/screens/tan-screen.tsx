import type { CardView } from "../../src-preload/contract/views.ts";
import { confirmTan, leavePinChange, resendTan } from "../actions.ts";
import { cardName } from "../card-words.ts";
import { Button } from "../components/button.tsx";
import { FailureNotice } from "../components/failure-notice.tsx";
import { Notice } from "../components/notice.tsx";
import { Page } from "../components/page.tsx";
import { TimedCodeForm } from "../components/timed-code-form.tsx";
import { useWindowState } from "../store.ts";
import { words } from "../words/words.ts";

/** The PIN is with main, encrypted, and waits for the code that was sent to the cardholder's phone. */
export function TanScreen({ card, expiresAt }: { readonly card: CardView; readonly expiresAt: string }) {
  const { failure } = useWindowState();
  const text = words.tan;
  return (
    <Page title={text.title} progress={words.common.stepOf(3, 3)}>
      <FailureNotice failure={failure} />
      <p>{text.intro(cardName(card))}</p>
      <TimedCodeForm
        expiresAt={expiresAt}
        overWhen="ERR_CHANGE_REQUEST_ENDED"
        submit={text.confirm}
        onCode={confirmTan}
        onNewCode={resendTan}
      >
        <Button onClick={leavePinChange}>{words.common.goBack}</Button>
      </TimedCodeForm>
      <p class="hint">{text.ifBack}</p>
      <Notice kind="information">
        <p>{text.neverTell}</p>
      </Notice>
    </Page>
  );
}
