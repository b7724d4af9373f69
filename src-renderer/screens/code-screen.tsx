import type { BindingView } from "../../src-contract/bridge/views.ts";
import { abandonBinding, confirmCode, requestCode } from "../actions.ts";
import { Button } from "../components/button.tsx";
import { CodePage } from "../components/code-page.tsx";
import { bindingSteps } from "../screen-steps.ts";
import { words } from "../words/words.ts";

/** The second step of binding: the one-time code, with the challenge's own time limit. */
export function CodeScreen({ binding }: { readonly binding: Extract<BindingView, { step: "code" }> }) {
  const text = words().binding;
  return (
    <CodePage
      title={text.codeTitle}
      state="code"
      steps={bindingSteps("code", binding.onToken !== undefined)}
      intro={text.codeIntro({ name: binding.computerName })}
      sent={binding.sent}
      overWhen="ERR_CODE_EXPIRED"
      submit={text.link}
      onCode={confirmCode}
      onNewCode={() => requestCode(binding.computerName)}
      back={
        <Button kind="quiet" onClick={abandonBinding}>
          {text.startOver}
        </Button>
      }
    />
  );
}
