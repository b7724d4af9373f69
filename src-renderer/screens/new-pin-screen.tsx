import { useState } from "preact/hooks";
import { PASSCODE_ATTEMPTS, PASSCODE_LONGEST } from "../../src-preload/contract/passcode-rules.ts";
import { findPinRuleBreach, PIN_LENGTH } from "../../src-preload/contract/pin-rules.ts";
import type { CardView, PinChangeRoute } from "../../src-preload/contract/views.ts";
import { changePin, enterPasscode, leavePinChange } from "../actions.ts";
import { cardName } from "../card-words.ts";
import { Button } from "../components/button.tsx";
import { AttemptsLeft, FailureNotice } from "../components/failure-notice.tsx";
import { Notice } from "../components/notice.tsx";
import { Page } from "../components/page.tsx";
import { SecretField } from "../components/secret-field.tsx";
import { useSecretBytes } from "../components/use-secret-bytes.ts";
import { useWipeWhenLeft } from "../components/wipe-when-left.ts";
import { type SecretBytes, sameEntries } from "../secret-bytes.ts";
import { cardPin, devicePasscode } from "../secret-kinds.ts";
import { useWindowState } from "../store.ts";
import { words } from "../words/words.ts";

interface NewPinProps {
  readonly card: CardView;
  readonly route: PinChangeRoute;
}

type Step = "enter" | "confirm" | "passcode";

/**
 * The new PIN, the new PIN again and, where the key signs, the device passcode. The bytes live here and nowhere else; a
 * wrong passcode does not cost the PIN. By `sms` the code comes after this, so that no time runs while a PIN is thought of.
 */
export function NewPinScreen({ card, route }: NewPinProps) {
  const { busy, failure } = useWindowState();
  const first = useSecretBytes(PIN_LENGTH);
  const second = useSecretBytes(PIN_LENGTH);
  const passcode = useSecretBytes(PASSCODE_LONGEST);
  const [step, setStep] = useState<Step>("enter");
  const [complaint, setComplaint] = useState<string | null>(null);
  const [round, setRound] = useState(0); // a new one draws a new, empty field

  const beginAnew = (why: string | null) => {
    for (const secret of [first, second, passcode]) secret.clear();
    setComplaint(why);
    setStep("enter");
    setRound((before) => before + 1);
  };
  useWipeWhenLeft(() => beginAnew(first.count() + second.count() > 0 ? words.pin.wiped : null));

  const submitFirst = () => {
    const problem = whatIsWrong(first);
    setComplaint(problem);
    if (problem === null) setStep("confirm");
  };
  const submitSecond = () => {
    if (second.count() < PIN_LENGTH) return setComplaint(words.pin.incomplete(PIN_LENGTH));
    if (!sameEntries(first, second)) return beginAnew(words.pin.mismatch);
    second.clear();
    if (route === "sms") return send();
    setComplaint(null);
    setStep("passcode");
  };
  const submitPasscode = async () => {
    if (passcode.count() === 0) return setComplaint(words.passcode.empty);
    const entered = passcode.copy();
    passcode.clear();
    setRound((before) => before + 1);
    // Wiped meanwhile, because the window was left: nothing is sent.
    if ((await enterPasscode(entered)) && first.count() === PIN_LENGTH) send();
  };
  const send = () => {
    const pin = first.copy();
    first.clear();
    void changePin(card, pin, route);
  };

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (busy) return;
    void { enter: submitFirst, confirm: submitSecond, passcode: submitPasscode }[step]();
  };
  const text = words.pin;
  const steps = {
    enter: { title: text.enterTitle, label: text.newPin, hint: text.rules, secret: first, kind: cardPin },
    confirm: { title: text.confirmTitle, label: text.again, hint: text.confirmHint, secret: second, kind: cardPin },
    passcode: {
      title: text.passcodeTitle,
      label: words.passcode.label,
      hint: text.passcodeHint,
      secret: passcode,
      kind: devicePasscode,
    },
  } as const;
  const { title, label, hint, secret, kind } = steps[step];
  return (
    <Page title={title} progress={words.common.stepOf(Object.keys(steps).indexOf(step) + 1, 3)}>
      <FailureNotice failure={failure} />
      {step === "passcode" && failure === null && <FewAttemptsLeft />}
      <p>{text.forCard(cardName(card))}</p>
      <form onSubmit={submit} noValidate autocomplete="off">
        <SecretField
          key={`${step} ${round}`}
          label={label}
          kind={kind}
          secret={secret}
          hint={hint}
          complaint={complaint}
          onChange={(count) => count > 0 && setComplaint(null)}
        />
        {step === "passcode" && busy && <p role="status">{words.passcode.checking}</p>}
        <div class="actions">
          <Button kind="primary">{nextButton(step, route)}</Button>
          <Button onClick={leavePinChange}>{words.common.goBack}</Button>
        </div>
      </form>
      <Notice kind="information">
        <p>{text.neverAsk}</p>
      </Notice>
    </Page>
  );
}

/** Said before the first try of this change, where there were wrong ones before. */
function FewAttemptsLeft() {
  const { overview } = useWindowState();
  const device = overview?.device;
  if (device?.state !== "bound" || device.passcodeAttemptsLeft === PASSCODE_ATTEMPTS) return null;
  return (
    <Notice kind="uncertain">
      <p>
        <AttemptsLeft attempts={device.passcodeAttemptsLeft} />
      </p>
    </Notice>
  );
}

function nextButton(step: Step, route: PinChangeRoute): string {
  if (step === "passcode") return words.pin.change;
  return step === "confirm" && route === "sms" ? words.tan.send : words.pin.next;
}

function whatIsWrong(entry: SecretBytes): string | null {
  if (entry.count() < PIN_LENGTH) return words.pin.incomplete(PIN_LENGTH);
  const pin = entry.copy();
  const breach = findPinRuleBreach(pin);
  pin.fill(0);
  return breach === null ? null : `${words.errors[breach].what} ${words.errors[breach].next}`;
}
