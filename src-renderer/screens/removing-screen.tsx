import { useEffect } from "preact/hooks";
import { continueDevice } from "../actions.ts";
import { Button } from "../components/button.tsx";
import { FailureNotice } from "../components/failure-notice.tsx";
import { Page } from "../components/page.tsx";
import { useWindowState } from "../store.ts";
import { words } from "../words/words.ts";

/** This computer's removal was interrupted. Continues by itself, or with one button. */
export function RemovingScreen() {
  const failure = useWindowState((state) => state.failure);
  const busy = useWindowState((state) => state.busy);
  useEffect(() => {
    void continueDevice();
  }, []);
  const text = words().state.removing;
  return (
    <Page title={text.title} state={failure === null ? "removing" : "removing-failed"}>
      <FailureNotice failure={failure} />
      <p>{text.what}</p>
      <p role="status">{busy && text.busy}</p>
      <div class="actions">
        <Button kind="primary" onClick={continueDevice}>
          {text.finish}
        </Button>
      </div>
    </Page>
  );
}
