import { Page } from "../components/page.tsx";
import { words } from "../words/words.ts";

export function LoadingScreen() {
  return (
    <Page title={words().start.loading} state="loading">
      <p role="status">{words().common.working}</p>
    </Page>
  );
}
