import { Page } from "../components/page.tsx";
import { Waiting } from "../components/waiting.tsx";
import { firstWords } from "../words/words.ts";

export function LoadingScreen() {
  return (
    <Page title={firstWords().start.loading} state="loading">
      <Waiting text={firstWords().common.working} />
    </Page>
  );
}
