import { useRef, useState } from "preact/hooks";
import type { CardView } from "../../src-contract/bridge/views.ts";
import { PASSCODE_LONGEST } from "../../src-contract/rules/passcode.ts";
import { PIN_LENGTH } from "../../src-contract/rules/pin.ts";
import type { PinChangeRoute } from "../../src-contract/rules/pin-change-route.ts";
import { changePin, enterPasscode, leavePinChange } from "../actions.ts";
import { BirthDateCheck } from "../components/birth-date-check.tsx";
import { Button } from "../components/button.tsx";
import { CardLabel } from "../components/card-label.tsx";
import { FailureNotice } from "../components/failure-notice.tsx";
import { FewAttemptsLeft, hasFewAttemptsLeft } from "../components/few-attempts-left.tsx";
import { Notice } from "../components/notice.tsx";
import { Page } from "../components/page.tsx";
import { PinAdvice, usePinAdvice } from "../components/pin-advice.tsx";
import { PinKeypad } from "../components/pin-keypad.tsx";
import { SecretField } from "../components/secret-field.tsx";
import { pinSteps } from "../screen-steps.ts";
import { fieldsInOrder } from "../secrets/fields-in-order.ts";
import { findPinComplaint, type PinComplaint, type PinField } from "../secrets/pin-entry.ts";
import { cardPin, devicePasscode } from "../secrets/secret-kinds.ts";
import { useSecretBytes } from "../secrets/use-secret-bytes.ts";
import { sayWiped, useWipeWhenLeft } from "../secrets/wipe-when-left.ts";
import { useWindowState } from "../store.ts";
import { words } from "../words/words.ts";

interface NewPinProps {
  readonly card: CardView;
  readonly route: PinChangeRoute;
}

/**
 * The new PIN, the new PIN again and, where the key signs, the device passcode: one screen, one button. Enter leads from
 * field to field. The bytes live here and nowhere else; a wrong passcode does not cost the PIN. By `sms` the code comes
 * after this, so that no time runs while a PIN is thought of.
 */
export function NewPinScreen({ card, route }: NewPinProps) {
  const { busy, failure, overview } = useWindowState();
  const first = useSecretBytes(PIN_LENGTH);
  const again = useSecretBytes(PIN_LENGTH);
  const passcode = useSecretBytes(PASSCODE_LONGEST);
  const advice = usePinAdvice(first);
  const form = useRef<HTMLFormElement>(null);
  const [complaint, setComplaint] = useState<PinComplaint | null>(null);
  // A new one draws new, empty fields.
  const [rounds, setRounds] = useState({ pin: 0, passcode: 0 });
  const [isChecking, setChecking] = useState(false);
  const signed = route !== "sms";

  const entries = { first, again, passcode };
  const names: readonly PinField[] = signed ? ["first", "again", "passcode"] : ["first", "again"];
  const fields = fieldsInOrder(form, names, (name) => entries[name].count());
  const clearPin = () => {
    first.clear();
    again.clear();
    setRounds((before) => ({ ...before, pin: before.pin + 1 }));
  };
  const clearPasscode = () => {
    passcode.clear();
    setRounds((before) => ({ ...before, passcode: before.passcode + 1 }));
  };
  useWipeWhenLeft(
    () => {
      setComplaint({ field: "first", text: sayWiped });
      clearPin();
      clearPasscode();
    },
    () => first.count() + again.count() + passcode.count() === 0,
  );

  const send = () => {
    const pin = first.copy();
    first.clear();
    again.clear();
    void changePin(card, pin, route);
  };
  const unlockAndSend = async () => {
    const entered = passcode.copy();
    passcode.clear(); // the bullets stay while it is checked: an empty field would look like a refusal
    setChecking(true);
    // Wiped meanwhile, because the window was left: nothing is sent.
    if ((await enterPasscode(entered)) && first.count() === PIN_LENGTH) return send();
    setChecking(false);
    clearPasscode();
    fields.focus("passcode");
  };

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (busy) return;
    const asked = fields.asked();
    const found = findPinComplaint(asked.names, entries, advice.objection);
    setComplaint(found);
    if (found?.isMismatch) clearPin();
    if (found !== null) return;
    if (asked.next !== null) fields.focus(asked.next);
    else if (signed) void unlockAndSend();
    else send();
  };

  const text = words.pin;
  const complaintAt = (field: PinField) => (complaint?.field === field ? complaint.text() : null);
  const onChange = (count: number) => {
    if (count > 0) setComplaint(null);
  };
  const fewLeft = signed && !isChecking && failure === null && hasFewAttemptsLeft(overview?.device);
  const state = busy
    ? "new-pin-busy"
    : complaint !== null
      ? "new-pin-complaint"
      : failure !== null
        ? "new-pin-failed"
        : advice.reason !== null
          ? "new-pin-guessable"
          : fewLeft
            ? "new-pin-last-attempts"
            : "new-pin";
  return (
    <Page title={text.title} state={state} steps={pinSteps("pin", route)}>
      <CardLabel card={card} />
      <FailureNotice failure={failure} />
      {fewLeft && <FewAttemptsLeft />}
      <form ref={form} onSubmit={submit} noValidate autocomplete="off">
        <div class="pin-entry">
          <div class="pin-fields">
            <SecretField
              key={`first ${rounds.pin}`}
              field="first"
              label={text.newPin}
              kind={cardPin}
              secret={first}
              hint={text.rules}
              complaint={complaintAt("first")}
              canReveal={__POLICY__.reveal}
              onChange={(count) => {
                onChange(count);
                advice.look();
              }}
            />
            <PinAdvice
              advice={advice}
              onKeep={() => {
                setComplaint(null);
                fields.focus("first");
              }}
            />
            <SecretField
              key={`again ${rounds.pin}`}
              field="again"
              label={text.again}
              kind={cardPin}
              secret={again}
              hint={text.againHint}
              complaint={complaintAt("again")}
              canReveal={__POLICY__.reveal}
              takesFocus={false}
              onChange={onChange}
            />
            {__POLICY__.birthDateCheck && (
              <BirthDateCheck pin={first} edits={advice.edits} onResult={advice.setFromBirthDate} />
            )}
          </div>
          <PinKeypad key={rounds.pin} form={form} />
        </div>
        {signed && (
          <SecretField
            key={`passcode ${rounds.passcode}`}
            field="passcode"
            label={words.passcode.label}
            kind={devicePasscode}
            secret={passcode}
            hint={text.passcodeHint}
            complaint={complaintAt("passcode")}
            busy={isChecking ? words.passcode.checking : null}
            takesFocus={rounds.passcode > 0}
            onChange={onChange}
          />
        )}
        <div class="actions">
          <Button kind="primary">{signed ? text.change : words.tan.send}</Button>
          <Button kind="quiet" onClick={leavePinChange}>
            {words.common.goBack}
          </Button>
        </div>
      </form>
      <Notice kind="information">
        <p>{text.neverAsk}</p>
      </Notice>
    </Page>
  );
}
