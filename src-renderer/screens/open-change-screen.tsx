import { useEffect } from "preact/hooks";
import { lookLater, settleOpenChange } from "../actions.ts";
import { Button } from "../components/button.tsx";
import { FailureNotice } from "../components/failure-notice.tsx";
import { Page } from "../components/page.tsx";
import { Waiting } from "../components/waiting.tsx";
import { useWindowState } from "../store.ts";
import { words } from "../words/words.ts";

/** A change was begun and nobody saw its outcome: asks the backend, and then the outcome replaces this screen. */
export function OpenChangeScreen() {
  const failure = useWindowState((state) => state.failure);
  const busy = useWindowState((state) => state.busy);
  useEffect(() => {
    void settleOpenChange();
  }, []);
  const text = words().openChange;
  return (
    <Page title={text.title} state={failure === null || busy ? "open-change" : "open-change-failed"}>
      <FailureNotice failure={failure} />
      <Waiting text={failure === null || busy ? text.asking : null} otherwise={text.notAnswered} />
      {failure !== null && !busy && (
        <div class="actions">
          <Button kind="primary" onClick={settleOpenChange}>
            {words().common.tryAgain}
          </Button>
          <Button onClick={lookLater}>{text.later}</Button>
        </div>
      )}
    </Page>
  );
}
