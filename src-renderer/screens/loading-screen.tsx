import { Page } from "../components/page.tsx";
import { words } from "../words/words.ts";

export function LoadingScreen() {
  return (
    <Page title={words.loading.title}>
      <p role="status">{words.common.working}</p>
    </Page>
  );
}
