import { startAnew } from "../actions.ts";
import { Button } from "../components/button.tsx";
import { FailureNotice } from "../components/failure-notice.tsx";
import { Page } from "../components/page.tsx";
import { WithoutLinking } from "../components/without-linking.tsx";
import { useWindowState } from "../store.ts";
import { words } from "../words/words.ts";

/** This computer is no longer linked: its key was erased here, or the device was removed at Solaris. */
export function NoLongerLinkedScreen({ state }: { readonly state: "erased" | "removed" }) {
  const failure = useWindowState((state) => state.failure);
  const text = words().state[state];
  const saidAlready = failure?.code === "ERR_KEY_ERASED" || failure?.code === "ERR_DEVICE_REMOVED";
  return (
    <Page title={text.title} state={state}>
      {!saidAlready && <FailureNotice failure={failure} />}
      <p>{text.what}</p>
      <p>{text.next}</p>
      <div class="actions">
        <Button kind="primary" onClick={startAnew}>
          {words().state.linkAgain}
        </Button>
        <WithoutLinking />
      </div>
    </Page>
  );
}
