import { useState } from "preact/hooks";
import type { DeviceConsentView } from "../../src-contract/bridge/views.ts";
import { choosePinChange, go } from "../actions.ts";
import { Button } from "../components/button.tsx";
import { ConsentText } from "../components/consent-text.tsx";
import { FailureNotice } from "../components/failure-notice.tsx";
import { HelpButton } from "../components/help-button.tsx";
import { Page } from "../components/page.tsx";
import { giveConsent, leaveConsent, refuseConsent, withoutConsent } from "../consent-actions.ts";
import { consentState } from "../screen-states.ts";
import { type ConsentFor, useWindowState } from "../store.ts";
import { words } from "../words/words.ts";

interface ConsentProps {
  readonly consent: DeviceConsentView;
  /** What waits for the answer. */
  readonly step: ConsentFor["step"];
}

/** The question whether data about this computer may be sent; or what a no means where the bank takes nothing without. */
export function ConsentScreen({ consent, step }: ConsentProps) {
  const [isAsked, setAsked] = useState(consent.answer === null || step === "none");
  if (!isAsked) return <WithoutIt step={step} onAsk={() => setAsked(true)} />;
  const refuse = async () => {
    if (!(await refuseConsent())) return;
    if (consent.isRequired && step !== "none") setAsked(false);
    else await leaveConsent(true);
  };
  return <Question consent={consent} onRefuse={refuse} />;
}

interface QuestionProps {
  readonly consent: DeviceConsentView;
  readonly onRefuse: () => Promise<void>;
}

function Question({ consent, onRefuse }: QuestionProps) {
  const failure = useWindowState((state) => state.failure);
  const text = words().consent;
  const agree = async () => {
    if (await giveConsent()) await leaveConsent(true);
  };
  return (
    <Page title={text.title} state={consentState({ hasFailed: failure !== null })} onBack={() => leaveConsent(false)}>
      <FailureNotice failure={failure} />
      {failure !== null && <p>{text.notGiven}</p>}
      <ConsentText isRequired={consent.isRequired} />
      <div class="actions">
        <Button kind="primary" onClick={agree}>
          {text.agree}
        </Button>
        <Button onClick={onRefuse}>{text.refuse}</Button>
      </div>
    </Page>
  );
}

/** The bank takes nothing without: the ways that are left. */
function WithoutIt({ step, onAsk }: { readonly step: ConsentFor["step"]; readonly onAsk: () => void }) {
  const bySms = useWindowState(({ overview }) => overview?.pinChangeRoutes.includes("sms") === true);
  const text = words().consent.without;
  const isChange = step === "change";
  const goBySms = (card: Parameters<typeof choosePinChange>[0] | null) =>
    card === null ? go("without-linking") : choosePinChange(card, "sms");
  return (
    <Page title={text.title} state="consent-required" onBack={() => leaveConsent(false)}>
      <p>{isChange ? text.change : text.binding}</p>
      <p>{bySms ? text.bySms : text.noWay}</p>
      <div class="actions">
        {bySms ? (
          <Button kind="primary" onClick={() => withoutConsent(goBySms)}>
            {isChange ? words().outcome.bySms : words().binding.withoutLinking}
          </Button>
        ) : (
          <HelpButton kind="primary" />
        )}
        <Button onClick={onAsk}>{text.ask}</Button>
      </div>
    </Page>
  );
}
