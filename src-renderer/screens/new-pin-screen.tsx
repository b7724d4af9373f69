import { useEffect, useId, useMemo, useState } from "preact/hooks";
import { findPinRuleBreach, PIN_LENGTH } from "../../src-preload/contract/pin-rules.ts";
import type { CardView } from "../../src-preload/contract/views.ts";
import { changePin, leavePinChange } from "../actions.ts";
import { cardName } from "../card-words.ts";
import { Button } from "../components/button.tsx";
import { Notice } from "../components/notice.tsx";
import { Page } from "../components/page.tsx";
import { SecretField } from "../components/secret-field.tsx";
import { useWipeWhenLeft } from "../components/wipe-when-left.ts";
import { createSecretDigits, type SecretDigits, sameDigits } from "../secret-digits.ts";
import { useWindowState } from "../store.ts";
import { words } from "../words/words.ts";

/** Two steps and the wait: the new PIN, the new PIN again, sending. The digits live here, as bytes, and nowhere else. */
export function NewPinScreen({ card }: { readonly card: CardView }) {
  const { busy } = useWindowState();
  const first = useMemo(() => createSecretDigits(PIN_LENGTH), []);
  const second = useMemo(() => createSecretDigits(PIN_LENGTH), []);
  const [step, setStep] = useState<"enter" | "confirm">("enter");
  const [complaint, setComplaint] = useState<string | null>(null);
  const complaintId = useId();
  const digits = step === "enter" ? first : second;

  useEffect(() => {
    return () => {
      first.clear();
      second.clear();
    };
  }, [first, second]);

  const [round, setRound] = useState(0); // a new one draws a new, empty field
  useWipeWhenLeft(() => {
    if (first.count() + second.count() > 0) setComplaint(words.pin.wiped);
    first.clear();
    second.clear();
    setStep("enter");
    setRound((before) => before + 1);
  });

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (busy) return;
    const problem = step === "enter" ? whatIsWrong(first) : null;
    if (digits.count() < PIN_LENGTH) return setComplaint(words.pin.incomplete(PIN_LENGTH));
    if (problem !== null) return setComplaint(problem);
    setComplaint(null);
    if (step === "enter") return setStep("confirm");
    const [pin, again] = [first.copy(), second.copy()];
    const same = sameDigits(pin, again);
    again.fill(0);
    first.clear();
    second.clear();
    if (same) return void changePin(card, pin);
    pin.fill(0);
    setComplaint(words.pin.mismatch);
    setStep("enter");
  };

  return (
    <Page
      title={step === "enter" ? words.pin.enterTitle : words.pin.confirmTitle}
      progress={words.common.stepOf(step === "enter" ? 1 : 2, 2)}
    >
      <p>{words.pin.forCard(cardName(card))}</p>
      <form onSubmit={submit} noValidate autocomplete="off">
        <SecretField
          key={`${step} ${round}`}
          label={step === "enter" ? words.pin.newPin : words.pin.again}
          digits={digits}
          describedBy={complaintId}
          invalid={complaint !== null}
          onChange={(count) => count > 0 && setComplaint(null)}
        />
        <p
          id={complaintId}
          class={complaint === null ? "hint" : "hint wrong"}
          role={complaint === null ? undefined : "alert"}
        >
          {complaint ?? (step === "enter" ? words.pin.rules : words.pin.confirmHint)}
        </p>
        <div class="actions">
          <Button primary>{step === "enter" ? words.pin.next : words.pin.change}</Button>
          <Button onClick={leavePinChange}>{words.common.goBack}</Button>
        </div>
      </form>
      <Notice kind="information">
        <p>{words.pin.neverAsk}</p>
      </Notice>
    </Page>
  );
}

function whatIsWrong(digits: SecretDigits): string | null {
  const pin = digits.copy();
  const breach = findPinRuleBreach(pin);
  pin.fill(0);
  if (breach === null || breach === "ERR_PIN_DIGITS") return null; // too few: said by the caller
  return `${words.errors[breach].what} ${words.errors[breach].next}`;
}
