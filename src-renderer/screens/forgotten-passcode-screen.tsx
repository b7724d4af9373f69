import { go, startAnew } from "../actions.ts";
import { Button } from "../components/button.tsx";
import { FailureNotice } from "../components/failure-notice.tsx";
import { Page } from "../components/page.tsx";
import { useWindowState } from "../store.ts";
import { words } from "../words/words.ts";

/** Explains why a forgotten passcode needs a new binding with a new code. */
export function ForgottenPasscodeScreen() {
  const failure = useWindowState((state) => state.failure);
  return (
    <Page
      title={words().passcode.forgottenTitle}
      state={failure === null ? "forgotten-passcode" : "forgotten-passcode-failed"}
    >
      <FailureNotice failure={failure} />
      <p>{words().passcode.forgottenWhat}</p>
      <p>{words().passcode.forgottenNext}</p>
      <div class="actions">
        <Button kind="primary" onClick={startAnew}>
          {words().state.linkAgain}
        </Button>
        <Button kind="quiet" goesBack onClick={() => go("devices")}>
          {words().common.goBack}
        </Button>
      </div>
    </Page>
  );
}
