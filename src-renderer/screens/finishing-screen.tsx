import { continueDevice } from "../actions.ts";
import { Button } from "../components/button.tsx";
import { FailureNotice } from "../components/failure-notice.tsx";
import { Page } from "../components/page.tsx";
import { StartOver } from "../components/start-over.tsx";
import { useWindowState } from "../store.ts";
import { words } from "../words/words.ts";

/** The passcode is set, but the restricted key is not recorded yet. Continues by itself, or with one button. */
export function FinishingScreen() {
  const failure = useWindowState((state) => state.failure);
  const busy = useWindowState((state) => state.busy);
  return (
    <Page title={words().binding.finishingTitle} state={failure === null ? "finishing" : "finishing-failed"}>
      <FailureNotice failure={failure} />
      <p role="status">{busy ? words().binding.finishing : words().binding.finishingStopped}</p>
      <div class="actions">
        <Button kind="primary" onClick={continueDevice}>
          {words().binding.finish}
        </Button>
        {failure !== null && <StartOver />}
      </div>
    </Page>
  );
}
