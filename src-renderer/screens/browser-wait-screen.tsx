import { useState } from "preact/hooks";
import type { Failure } from "../../src-contract/errors/result.ts";
import { Button } from "../components/button.tsx";
import { FailureNotice } from "../components/failure-notice.tsx";
import { Page } from "../components/page.tsx";
import { useAnnounced } from "../components/use-announced.ts";
import { cancelSignIn, copySignInLink, openBrowserAgain } from "../sign-in-actions.ts";
import { words } from "../words/words.ts";

interface BrowserWaitProps {
  /** Nothing has come back for so long that something may be wrong. */
  readonly isLong: boolean;
}

/** What the cardholder did last while waiting. */
type Told = "opened" | "copied" | Failure | null;

/**
 * A sign-in waits for the browser. Nothing tells the program when the bank's page is closed or never opened, so the
 * cardholder can always open it again, take a link to another browser, or give up. What comes after a while is below the
 * buttons, which stay where they are.
 */
export function BrowserWaitScreen({ isLong }: BrowserWaitProps) {
  const [told, setTold] = useState<Told>(null);
  const text = words().browserWait;
  const run = async (call: () => Promise<Failure | null>, done: Told) => {
    setTold(null);
    setTold((await call()) ?? done);
  };
  const failure = told !== null && typeof told === "object" ? told : null;
  return (
    <Page title={text.title} state={isLong ? "sign-in-waiting-long" : "sign-in-waiting"}>
      <p>{text.what}</p>
      <p>{text.next}</p>
      <div class="actions">
        <Button onClick={() => run(openBrowserAgain, "opened")}>{text.openAgain}</Button>
        <Button onClick={() => run(copySignInLink, "copied")}>{text.copyLink}</Button>
        <Button kind="quiet" goesBack onClick={cancelSignIn}>
          {text.cancel}
        </Button>
      </div>
      <div role="status">
        {told === "opened" && <p>{text.opened}</p>}
        {told === "copied" && <p>{text.copied}</p>}
      </div>
      <FailureNotice failure={failure} />
      {isLong && (
        <>
          <h2>{text.longTitle}</h2>
          <ul>
            <li>{text.lookForIt}</li>
            <li>{text.openIt}</li>
            <li>{text.otherBrowser}</li>
          </ul>
        </>
      )}
      {/* One text, told once, whatever is pressed afterwards. */}
      <p class="unseen" role="status">
        {useAnnounced(isLong ? `${text.longTitle} ${text.lookForIt}` : null)}
      </p>
    </Page>
  );
}
