import { Page } from "../components/page.tsx";
import { Waiting } from "../components/waiting.tsx";
import { words } from "../words/words.ts";

export function LoadingScreen() {
  return (
    <Page title={words().start.loading} state="loading">
      <Waiting text={words().common.working} />
    </Page>
  );
}
