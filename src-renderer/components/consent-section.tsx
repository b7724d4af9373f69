import { useState } from "preact/hooks";
import type { DeviceConsentView } from "../../src-contract/bridge/views.ts";
import type { Failure } from "../../src-contract/errors/result.ts";
import { openConsent, withdrawConsent } from "../consent-actions.ts";
import { momentOf } from "../moment.ts";
import { useWindowState } from "../store.ts";
import { words } from "../words/words.ts";
import { Button } from "./button.tsx";
import { FailureNotice } from "./failure-notice.tsx";
import { Notice } from "./notice.tsx";
import { RemoveWithQuestion } from "./remove-with-question.tsx";
import { useAnnounced } from "./use-announced.ts";

/** What was answered to the question for device data, and how to change it; nothing where nobody is asked. */
export function ConsentSection() {
  const consent = useWindowState(({ overview }) => overview?.deviceConsent);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const announced = useAnnounced(said);
  if (consent == null) return null;
  const text = words().consent.settings;
  const { answer, isRequired } = consent;
  const refuse = async () => {
    const refused = await withdrawConsent();
    setFailure(refused);
    setSaid(refused === null ? text.withdrawn : null);
  };
  return (
    <fieldset data-testid="device-consent" data-answer={answer?.is ?? "none"}>
      <legend>{text.title}</legend>
      <p>{sayAnswer(answer)}</p>
      {answer?.is === "refused" && !answer.isTold && (
        <Notice kind="uncertain" testId="consent-untold">
          <p>{text.untold}</p>
        </Notice>
      )}
      <FailureNotice failure={failure} />
      {answer?.is === "given" && (
        <RemoveWithQuestion
          button={text.withdraw}
          question={isRequired ? `${text.ask} ${text.askRequired}` : text.ask}
          answers={{ yes: text.withdraw, no: text.keep }}
          onRemove={refuse}
        />
      )}
      {answer?.is !== "given" && (
        <div class="actions">
          {answer !== null && !answer.isTold && <Button onClick={refuse}>{text.tellAgain}</Button>}
          <Button onClick={openConsent}>{text.open}</Button>
        </div>
      )}
      <p class="unseen" aria-live="polite">
        {announced}
      </p>
    </fieldset>
  );
}

function sayAnswer(answer: DeviceConsentView["answer"]): string {
  const text = words().consent.settings;
  if (answer === null) return text.none;
  if (answer.is === "refused") return text.refused({ when: momentOf(new Date(answer.since)) });
  return answer.since === null ? text.givenOnce : text.given({ when: momentOf(new Date(answer.since)) });
}
