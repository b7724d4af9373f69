import { useId, useState } from "preact/hooks";
import type { TokenLabel } from "../../src-contract/bridge/views.ts";
import { TOKEN_PIN_LONGEST } from "../../src-contract/rules/token-pin.ts";
import { removeThisComputer } from "../actions.ts";
import { fieldFailure } from "../field-failure.ts";
import { tokenPin } from "../secrets/secret-kinds.ts";
import { useSecretForm } from "../secrets/use-secret-form.ts";
import { useWindowState } from "../store.ts";
import { removeWithToken } from "../token-actions.ts";
import { labelInWords } from "../token-words.ts";
import { words } from "../words/words.ts";
import { Button } from "./button.tsx";
import { SecretField } from "./secret-field.tsx";

/** Removes this computer, and its key from the token if its PIN is entered. Asks first, as remove-with-question.tsx does. */
export function RemoveFromToken({ onToken }: { readonly onToken: TokenLabel }) {
  const [stage, setStage] = useState<"closed" | "asking" | "kept">("closed");
  if (stage === "asking") return <Question onToken={onToken} onKeep={() => setStage("kept")} />;
  return (
    <Button takesFocus={stage === "kept"} onClick={() => setStage("asking")}>
      {words().devices.removeThis}
    </Button>
  );
}

function Question({ onToken, onKeep }: { readonly onToken: TokenLabel; readonly onKeep: () => void }) {
  const busy = useWindowState((state) => state.busy);
  const refused = useWindowState((state) => fieldFailure(state.failure, "token-pin"));
  const form = useSecretForm({ pin: TOKEN_PIN_LONGEST }, { field: "pin", refused });
  const id = useId();
  const text = words().token;
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (busy) return;
    if (form.entries.pin.count() === 0) return form.complain({ field: "pin", text: () => words().token.empty });
    if (await removeWithToken(form.entries.pin)) return;
    form.renew("pin");
    form.focus("pin");
  };
  return (
    <form
      class="question"
      aria-labelledby={id}
      ref={form.form}
      onSubmit={submit}
      noValidate
      autocomplete="off"
      data-testid="remove-from-token"
    >
      <p id={id}>{text.removeAsk}</p>
      <SecretField
        {...form.field("pin")}
        label={text.label}
        kind={tokenPin}
        canReveal={__POLICY__.reveal}
        hint={text.removeHint({ label: labelInWords(onToken) })}
        busy={busy ? text.checking : null}
        takesFocus={false}
      />
      <div class="actions">
        <Button kind="danger">{text.removeBoth}</Button>
        <Button kind="danger" onClick={removeThisComputer}>
          {text.removeOnly}
        </Button>
        <Button takesFocus goesBack onClick={onKeep}>
          {words().devices.keep}
        </Button>
      </div>
    </form>
  );
}
