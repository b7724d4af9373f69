import type { Failure } from "../../src-contract/errors/result.ts";
import { Button } from "../components/button.tsx";
import { FailureNotice } from "../components/failure-notice.tsx";
import { Page } from "../components/page.tsx";
import { firstWords } from "../words/words.ts";

interface FailedScreenProps {
  readonly failure: Failure;
  readonly onTryAgain: () => void;
  readonly onBack?: () => void;
}

/** Shown while main has not given an overview, mostly because the backend was not reached, or a file cannot be read. */
export function FailedScreen({ failure, onTryAgain, onBack }: FailedScreenProps) {
  return (
    <Page title={firstWords().start.failed} state="failed" {...(onBack === undefined ? {} : { onBack })}>
      <FailureNotice failure={failure} />
      <div class="actions">
        <Button kind="primary" onClick={onTryAgain}>
          {firstWords().common.tryAgain}
        </Button>
      </div>
    </Page>
  );
}
