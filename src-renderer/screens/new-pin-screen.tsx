import { useState } from "preact/hooks";
import type { CardView } from "../../src-contract/bridge/views.ts";
import { findGuessReason } from "../../src-contract/rules/guess-reason.ts";
import { PASSCODE_LONGEST } from "../../src-contract/rules/passcode.ts";
import { PIN_LENGTH } from "../../src-contract/rules/pin.ts";
import type { PinChangeRoute } from "../../src-contract/rules/pin-change-route.ts";
import { changePin, leavePinChange } from "../actions.ts";
import { BirthDateCheck } from "../components/birth-date-check.tsx";
import { Button } from "../components/button.tsx";
import { FailureNotice } from "../components/failure-notice.tsx";
import { FewAttemptsLeft, hasFewAttemptsLeft } from "../components/few-attempts-left.tsx";
import { useKeySecret } from "../components/key-secret.ts";
import { Page } from "../components/page.tsx";
import { PinAdvice, usePinAdvice } from "../components/pin-advice.tsx";
import { PinKeypad } from "../components/pin-keypad.tsx";
import { Safe } from "../components/safe.tsx";
import { SecretField } from "../components/secret-field.tsx";
import { fieldFailure } from "../field-failure.ts";
import { newPinState } from "../screen-states.ts";
import { pinSteps } from "../screen-steps.ts";
import { isFromBirthDate } from "../secrets/birth-date.ts";
import { findPinComplaint, type PinField } from "../secrets/entry-complaints.ts";
import { cardPin } from "../secrets/secret-kinds.ts";
import { useSecretForm } from "../secrets/use-secret-form.ts";
import { useWindowState } from "../store.ts";
import { words } from "../words/words.ts";

interface NewPinProps {
  readonly card: CardView;
  readonly route: PinChangeRoute;
}

/**
 * The new PIN twice and, if the key signs, the device passcode: one screen, one button. Enter moves from field to field. The
 * bytes live only here, and a wrong passcode does not lose the PIN. By `sms` the code comes after this, so its time does not
 * run while the cardholder thinks of a PIN.
 */
export function NewPinScreen({ card, route }: NewPinProps) {
  const busy = useWindowState((state) => state.busy);
  const failure = useWindowState((state) => state.failure);
  const hasFewLeft = useWindowState((state) => hasFewAttemptsLeft(state.overview?.device));
  const secret = useKeySecret();
  const refused = fieldFailure(failure, secret.failsAs);
  const form = useSecretForm(
    { first: PIN_LENGTH, again: PIN_LENGTH, passcode: PASSCODE_LONGEST },
    { field: "passcode", refused },
  );
  const { first, again, passcode } = form.entries;
  const advice = usePinAdvice(() => first.readWhole(findGuessReason));
  const [isChecking, setChecking] = useState(false);
  const signed = route !== "sms";

  const send = () => {
    void changePin(card, first, route);
    again.clear();
  };
  /** Checks the entries, and says what is wrong with them. */
  const isFine = (asked: readonly PinField[]) => {
    const found = findPinComplaint(asked, form.entries, advice.objection, secret.empty);
    form.complain(found);
    if (found?.isMismatch) form.renew("first", "again");
    return found === null;
  };
  const unlockAndSend = async () => {
    setChecking(true);
    // The passcode is wiped, but its bullets stay during the check: an empty field would look like a refusal.
    const isUnlocked = await secret.enter(passcode, card.id);
    // Sends nothing if the PIN was wiped meanwhile because the window was left. Checks again what was edited meanwhile.
    if (isUnlocked && first.count() > 0 && isFine(["first", "again"])) return send();
    setChecking(false);
    form.renew("passcode");
    form.focus("passcode");
  };

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (busy) return;
    const asked = form.asked();
    if (!isFine(asked.names)) return;
    if (asked.next !== null) form.focus(asked.next);
    else if (signed) void unlockAndSend();
    else send();
  };

  const text = words().pin;
  const fewLeft = signed && !isChecking && failure === null && hasFewLeft;
  const state = newPinState({
    isBusy: busy,
    hasComplaint: form.hasComplaint,
    hasFailed: failure !== null,
    isGuessable: advice.reason !== null,
    hasFewAttemptsLeft: fewLeft,
  });
  const note = (
    <>
      <Safe>{text.neverAsk}</Safe>
      {__POLICY__.birthDateCheck && (
        <BirthDateCheck
          isFrom={(date) => first.readWhole((pin) => isFromBirthDate(pin, date))}
          edits={advice.edits}
          onResult={advice.setFromBirthDate}
        />
      )}
    </>
  );
  const notice = (
    <>
      {refused === null && <FailureNotice failure={failure} />}
      {fewLeft && <FewAttemptsLeft />}
    </>
  );
  return (
    <Page
      title={text.title}
      state={state}
      steps={pinSteps("pin", route)}
      card={card}
      notice={notice}
      note={note}
      isFieldFirst
    >
      <form ref={form.form} onSubmit={submit} noValidate autocomplete="off">
        <div class="pin-entry">
          <div class="pin-fields">
            <SecretField
              {...form.field("first")}
              label={text.newPin}
              kind={cardPin}
              hint={text.rules}
              canReveal={__POLICY__.reveal}
              advice={
                <PinAdvice
                  advice={advice}
                  onKeep={() => {
                    form.complain(null);
                    form.focus("first");
                  }}
                />
              }
              isAdvised={advice.reason !== null}
              onChange={(count, isChanged) => {
                form.onChange(count);
                if (isChanged) advice.look(); // or a digit too many would take back “use it anyway”
              }}
            />
            <SecretField
              {...form.field("again")}
              label={text.again}
              kind={cardPin}
              hint={text.againHint}
              canReveal={__POLICY__.reveal}
              takesFocus={false}
            />
          </div>
          {/* A new entry gets a newly shuffled keypad. */}
          <PinKeypad key={first} form={form.form} />
        </div>
        {signed && (
          <SecretField
            {...form.field("passcode")}
            label={secret.label}
            kind={secret.kind}
            canReveal={__POLICY__.reveal}
            hint={secret.hint}
            busy={isChecking ? secret.checking : null}
            takesFocus={false}
          />
        )}
        <div class="actions">
          <Button kind="primary">{signed ? text.change : words().tan.send}</Button>
          <Button kind="quiet" goesBack onClick={leavePinChange}>
            {words().common.goBack}
          </Button>
        </div>
      </form>
    </Page>
  );
}
