import { Button } from "../components/button.tsx";
import { FailureNotice } from "../components/failure-notice.tsx";
import { Page } from "../components/page.tsx";
import { signInLater, signInWithBrowser } from "../sign-in-actions.ts";
import { useWindowState } from "../store.ts";
import { words } from "../words/words.ts";

/** The bank asks for a newer or stronger sign-in before the step that was begun. What goes on by itself afterwards is no PIN change. */
export function SignInAgainScreen() {
  const failure = useWindowState((state) => state.failure);
  const begun = useWindowState((state) => state.signInAgain);
  const isPaused = useWindowState((state) => state.overview?.pausedChange != null);
  const text = words().signInAgain;
  return (
    <Page title={text.title} state={failure === null ? "sign-in-again" : "sign-in-again-failed"}>
      <FailureNotice failure={failure} />
      <p>{text.what}</p>
      {isPaused && <p>{text.pinKept}</p>}
      <p>{begun?.for === "screen" ? text.thenGoOn : text.next}</p>
      <div class="actions">
        <Button kind="primary" onClick={() => signInWithBrowser("any")}>
          {words().signIn.withBrowser}
        </Button>
        <Button goesBack onClick={signInLater}>
          {text.notNow}
        </Button>
      </div>
    </Page>
  );
}
