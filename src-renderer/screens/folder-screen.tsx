import { lookLater, start } from "../actions.ts";
import { Button } from "../components/button.tsx";
import { FailureNotice } from "../components/failure-notice.tsx";
import { FolderLine } from "../components/folder-line.tsx";
import { Notice } from "../components/notice.tsx";
import { Page } from "../components/page.tsx";
import { WithoutLinking } from "../components/without-linking.tsx";
import { useWindowState } from "../store.ts";
import { words } from "../words/words.ts";

interface FolderProps {
  /** Its contents: the PIN change journal, or this computer's enrolments. */
  readonly holds: "changes" | "enrolments";
  readonly folder: string;
}

/** Names a folder that the program cannot use, what is unknown because of that, and what to do. */
export function FolderScreen({ holds, folder }: FolderProps) {
  const failure = useWindowState((state) => state.failure);
  const text = words().folder;
  return (
    <Page title={text.title} state={`folder-${holds}`}>
      <FailureNotice failure={failure} />
      <FolderLine folder={folder} />
      <p>{text[holds]}</p>
      <p>{text.next}</p>
      <Notice kind="information">
        <p>{text.kept}</p>
      </Notice>
      <div class="actions">
        <Button kind="primary" onClick={start}>
          {words().common.tryAgain}
        </Button>
        {holds === "changes" ? <Button onClick={lookLater}>{text.goOn}</Button> : <WithoutLinking />}
      </div>
    </Page>
  );
}
