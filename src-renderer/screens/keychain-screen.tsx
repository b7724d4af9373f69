import { start, startAnew } from "../actions.ts";
import { Button } from "../components/button.tsx";
import { FailureNotice } from "../components/failure-notice.tsx";
import { Notice } from "../components/notice.tsx";
import { Page } from "../components/page.tsx";
import { WithoutLinking } from "../components/without-linking.tsx";
import { useWindowState } from "../store.ts";
import { words } from "../words/words.ts";

interface KeychainScreenProps {
  readonly state: "locked" | "unavailable" | "silent" | "unreadable";
}

/** Says why the keychain does not give the key. Nothing is created or deleted until it does. */
export function KeychainScreen({ state }: KeychainScreenProps) {
  const failure = useWindowState((state) => state.failure);
  const isLinux = useWindowState(({ settings }) => settings?.keychain === "secret-service");
  const text = words().keychain[state];
  return (
    <Page title={text.title} state={`keychain-${state}`}>
      <FailureNotice failure={failure} />
      <p>{text.what}</p>
      <p>{text.next}</p>
      {state === "unavailable" && isLinux && <p>{words().keychain.onLinux}</p>}
      <Notice kind="information">
        <p>{text.kept}</p>
      </Notice>
      <div class="actions">
        <Button kind="primary" onClick={start}>
          {/* Asking for the key is what makes the system ask for the password (device-keychain.ts). */}
          {state === "locked" ? words().keychain.locked.unlock : words().common.tryAgain}
        </Button>
        {state === "unreadable" && <Button onClick={startAnew}>{words().state.linkAgain}</Button>}
        <WithoutLinking />
      </div>
    </Page>
  );
}
