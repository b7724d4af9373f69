import type { CardView, SentCode } from "../../src-contract/bridge/views.ts";
import { confirmTan, leavePinChange, resendTan } from "../actions.ts";
import { Button } from "../components/button.tsx";
import { CodePage } from "../components/code-page.tsx";
import { Safe } from "../components/safe.tsx";
import { pinSteps } from "../screen-steps.ts";
import { words } from "../words/words.ts";

/** Main holds the encrypted PIN, and the change waits for the code that was sent to the cardholder's phone. */
export function TanScreen({ card, sent }: { readonly card: CardView; readonly sent: SentCode }) {
  const text = words().tan;
  return (
    <CodePage
      title={text.title}
      state="tan"
      steps={pinSteps("code", "sms")}
      card={card}
      note={<Safe>{text.neverTell}</Safe>}
      intro={text.intro}
      sent={sent}
      overWhen="ERR_CHANGE_REQUEST_ENDED"
      submit={text.confirm}
      onCode={confirmTan}
      onNewCode={resendTan}
      meanwhile={text.ifBack}
      back={
        <Button kind="quiet" goesBack onClick={leavePinChange}>
          {words().common.goBack}
        </Button>
      }
    />
  );
}
