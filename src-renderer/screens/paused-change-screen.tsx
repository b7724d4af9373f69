import { useEffect, useState } from "preact/hooks";
import type { CardView, Overview } from "../../src-contract/bridge/views.ts";
import { PASSCODE_LONGEST } from "../../src-contract/rules/passcode.ts";
import { leavePinChange, loadCards, sendPausedChange } from "../actions.ts";
import { Button } from "../components/button.tsx";
import { FailureNotice } from "../components/failure-notice.tsx";
import { useKeySecret } from "../components/key-secret.ts";
import { Page } from "../components/page.tsx";
import { SecretField } from "../components/secret-field.tsx";
import { Waiting } from "../components/waiting.tsx";
import { fieldFailure } from "../field-failure.ts";
import { useSecretForm } from "../secrets/use-secret-form.ts";
import { useWindowState } from "../store.ts";
import { words } from "../words/words.ts";

interface PausedChangeProps {
  readonly paused: NonNullable<Overview["pausedChange"]>;
}

/**
 * After signing in again: the cardholder decides whether the new PIN, which main has kept encrypted, is sent. Nobody sends it
 * without seeing for which card.
 */
export function PausedChangeScreen({ paused }: PausedChangeProps) {
  const failure = useWindowState((state) => state.failure);
  const cards = useWindowState((state) => state.cards);
  useEffect(() => {
    if (cards === null) void loadCards(); // for its name; a look at the cards would take a failure off the screen
  }, []);
  const card = cards?.cards.find(({ id }) => id === paused.cardId) ?? null;
  const needsKey = paused.route === "device_signing"; // by the others, what has to be signed is signed
  const { failsAs } = useKeySecret();
  const asksPasscode = card !== null && needsKey;
  const isInField = asksPasscode && fieldFailure(failure, failsAs) !== null;
  const text = words().pausedChange;
  return (
    <Page card={card} title={text.title} state={failure === null ? "paused-change" : "paused-change-failed"}>
      {!isInField && <FailureNotice failure={failure} />}
      <p>{text.what}</p>
      {cards === null && failure === null && <Waiting text={words().cards.loading} />}
      {card !== null && <p>{text.next}</p>}
      {asksPasscode && <SendWithPasscode card={card} route={paused.route} />}
      <div class="actions">
        {card !== null && !needsKey && (
          <Button kind="primary" onClick={() => sendPausedChange(card, paused.route)}>
            {text.send}
          </Button>
        )}
        {card === null && failure !== null && (
          <Button kind="primary" onClick={loadCards}>
            {words().common.tryAgain}
          </Button>
        )}
        <Button onClick={leavePinChange}>{text.giveUp}</Button>
      </div>
    </Page>
  );
}

interface SendProps {
  readonly card: CardView;
  readonly route: NonNullable<Overview["pausedChange"]>["route"];
}

/** The key signs what the bank answers, so it has to be unlocked once more. A wrong passcode does not lose the new PIN. */
function SendWithPasscode({ card, route }: SendProps) {
  const busy = useWindowState((state) => state.busy);
  const secret = useKeySecret();
  const refused = useWindowState((state) => fieldFailure(state.failure, secret.failsAs));
  const form = useSecretForm({ passcode: PASSCODE_LONGEST }, { field: "passcode", refused });
  const [isChecking, setChecking] = useState(false);
  const { passcode } = form.entries;
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (busy) return;
    if (passcode.count() === 0) return form.complain({ field: "passcode", text: secret.empty });
    setChecking(true);
    if (await secret.enter(passcode, null)) return void sendPausedChange(card, route);
    setChecking(false);
    form.renew("passcode");
    form.focus("passcode");
  };
  return (
    <form ref={form.form} onSubmit={submit} noValidate autocomplete="off">
      <SecretField
        {...form.field("passcode")}
        label={secret.label}
        kind={secret.kind}
        canReveal={__POLICY__.reveal}
        busy={isChecking ? secret.checking : null}
        takesFocus={false}
      />
      <div class="actions">
        <Button kind="primary">{words().pausedChange.send}</Button>
      </div>
    </form>
  );
}
