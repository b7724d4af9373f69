import type { Failure } from "../../src-contract/errors/result.ts";
import { start } from "../actions.ts";
import { Button } from "../components/button.tsx";
import { FailureNotice } from "../components/failure-notice.tsx";
import { Page } from "../components/page.tsx";
import { words } from "../words/words.ts";

/** Shown while main has not given an overview, mostly because the backend was not reached. */
export function FailedScreen({ failure }: { readonly failure: Failure }) {
  return (
    <Page title={words().start.failed} state="failed">
      <FailureNotice failure={failure} />
      <div class="actions">
        <Button kind="primary" onClick={start}>
          {words().common.tryAgain}
        </Button>
      </div>
    </Page>
  );
}
