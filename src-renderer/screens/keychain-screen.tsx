import type { KeychainName } from "../../src-contract/bridge/diagnosis-view.ts";
import { start, startAnew } from "../actions.ts";
import { Button } from "../components/button.tsx";
import { FailureNotice } from "../components/failure-notice.tsx";
import { Notice } from "../components/notice.tsx";
import { Page } from "../components/page.tsx";
import { WithoutConnecting } from "../components/without-connecting.tsx";
import { useWindowState } from "../store.ts";
import { words } from "../words/words.ts";

interface KeychainScreenProps {
  readonly state: "locked" | "unavailable" | "silent" | "unreadable";
  /** The keychain of this computer, shown under the system's own name for it. */
  readonly which: KeychainName;
}

/** Says why the keychain does not give the key. Nothing is created or deleted until it does. */
export function KeychainScreen({ state, which }: KeychainScreenProps) {
  const failure = useWindowState((state) => state.failure);
  const text = words().keychain[state];
  return (
    <Page title={typeof text.title === "string" ? text.title : text.title[which]} state={`keychain-${state}`}>
      <FailureNotice failure={failure} />
      <p>{text.what}</p>
      <p>{text.next}</p>
      <Notice kind="information">
        <p>{text.kept}</p>
      </Notice>
      <div class="actions">
        <Button kind="primary" onClick={start}>
          {words().common.tryAgain}
        </Button>
        {state === "unreadable" && <Button onClick={startAnew}>{words().state.connectAnew}</Button>}
        <WithoutConnecting />
      </div>
    </Page>
  );
}
