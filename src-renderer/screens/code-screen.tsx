import type { BindingView } from "../../src-preload/contract/views.ts";
import { abandonBinding, confirmCode, requestCode } from "../actions.ts";
import { Button } from "../components/button.tsx";
import { FailureNotice } from "../components/failure-notice.tsx";
import { Page } from "../components/page.tsx";
import { TimedCodeForm } from "../components/timed-code-form.tsx";
import { useWindowState } from "../store.ts";
import { words } from "../words/words.ts";

/** The second step of binding: the one-time code, with the challenge's own expiry. */
export function CodeScreen({ binding }: { readonly binding: Extract<BindingView, { step: "code" }> }) {
  const { failure } = useWindowState();
  const text = words.binding;
  return (
    <Page title={text.codeTitle} progress={words.common.stepOf(2, 3)}>
      <FailureNotice failure={failure} />
      <p>{text.codeIntro(binding.computerName)}</p>
      <TimedCodeForm
        expiresAt={binding.expiresAt}
        overWhen="ERR_CODE_EXPIRED"
        submit={text.connect}
        onCode={confirmCode}
        onNewCode={() => requestCode(binding.computerName)}
      >
        <Button onClick={abandonBinding}>{text.startOver}</Button>
      </TimedCodeForm>
    </Page>
  );
}
