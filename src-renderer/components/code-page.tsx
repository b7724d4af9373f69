import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { CardView, SentCode } from "../../src-contract/bridge/views.ts";
import type { ErrorCode } from "../../src-contract/errors/error-codes.ts";
import { deadlineAfter } from "../deadlines.ts";
import { fieldFailure } from "../field-failure.ts";
import { codeState } from "../screen-states.ts";
import type { Secret } from "../secrets/secret-bytes.ts";
import { useWipeWhenLeft } from "../secrets/wipe-when-left.ts";
import { useWindowState } from "../store.ts";
import { words } from "../words/words.ts";
import { Button } from "./button.tsx";
import { CodeField, useCodeEntry } from "./code-field.tsx";
import { asClock, useSecondsLeft } from "./countdown.tsx";
import { FailureNotice } from "./failure-notice.tsx";
import { NewCodeButton } from "./new-code-button.tsx";
import { Page } from "./page.tsx";
import { RateLimited } from "./rate-limited.tsx";
import type { StepsProps } from "./steps.tsx";
import { Waiting } from "./waiting.tsx";

const WARN_BEFORE_SECONDS = 60;

interface CodePageProps {
  readonly title: string;
  readonly state: "code" | "tan";
  readonly steps: StepsProps;
  /** The card that the code is for. */
  readonly card?: CardView;
  readonly intro: string;
  readonly sent: SentCode;
  /** The failure that means that the code has expired, whatever the clock says. */
  readonly overWhen: ErrorCode;
  readonly submit: string;
  /** @param code six ASCII digits @returns whether it was accepted */
  readonly onCode: (code: Secret) => Promise<boolean>;
  readonly onNewCode: () => unknown;
  /** The state until the code is entered. */
  readonly meanwhile?: string;
  /** The way back. */
  readonly back: ComponentChildren;
  /** What is worth knowing besides. */
  readonly note?: ComponentChildren;
}

/** A screen that asks for a one-time code from a message, with its time limit and the way to a new one. */
export function CodePage(props: CodePageProps) {
  const { sent, overWhen, onCode } = props;
  const failure = useWindowState((state) => state.failure);
  const busy = useWindowState((state) => state.busy);
  const entry = useCodeEntry(sent.id);
  const [incomplete, setIncomplete] = useState(false);
  const [isChecked, setChecked] = useState(false);
  const [isCorrected, setCorrected] = useState(false);
  const secondsLeft = useSecondsLeft(deadlineAfter(sent, sent.validForMs));
  const [over, setOver] = useState<{ readonly id: string; readonly isEarly: boolean } | null>(null);
  const text = words().code;
  const refused = fieldFailure(failure, "code");
  // Solaris decides whether a code is valid, and says no more of why it is not than that it is over; the countdown advises.
  const expired = secondsLeft === 0 || over?.id === sent.id || sent.isOver === true;
  const endedEarly = over?.id === sent.id && over.isEarly;
  const soonOver = !expired && secondsLeft <= WARN_BEFORE_SECONDS;
  const isOverEarly = sent.isOver === true && secondsLeft > 0;
  const whyExpired = isOverEarly ? text.over : text.expired;
  const warning = endedEarly ? text.endedEarly : expired ? whyExpired : soonOver && text.soonOver;
  useEffect(() => {
    if (failure?.code === overWhen) setOver({ id: sent.id, isEarly: secondsLeft > 0 });
  }, [failure]);
  useWipeWhenLeft(entry.wipe, () => entry.text === "");

  const onSubmit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (busy) return;
    const complete = entry.isComplete();
    setIncomplete(!complete);
    setCorrected(false);
    let isAccepted = false;
    if (complete) {
      setChecked(true);
      isAccepted = await onCode(entry);
      setChecked(false);
      entry.clear();
    }
    if (!isAccepted) entry.field.current?.focus();
  };
  const how = codeState({
    isBusy: busy,
    isIncomplete: incomplete,
    isExpired: expired,
    hasFailed: failure !== null,
    isSoonOver: soonOver,
  });

  const note = (
    <>
      {props.note}
      <details>
        <summary>{text.noPhone}</summary>
        <p>{text.noPhoneWhat}</p>
        <p>{text.noPhoneNumber}</p>
      </details>
    </>
  );
  return (
    <Page
      title={props.title}
      state={`${props.state}${how}`}
      steps={props.steps}
      card={props.card ?? null}
      notice={refused === null && <FailureNotice failure={failure} />}
      note={note}
      isFieldFirst
    >
      <p>{props.intro}</p>
      <form onSubmit={onSubmit} noValidate>
        <CodeField
          entry={entry}
          complaint={incomplete ? text.incomplete : isCorrected ? null : refused}
          isChecked={isChecked}
          onEdit={() => {
            setIncomplete(false);
            setCorrected(true);
          }}
        />
        {!expired && (
          <p class="hint" role="timer" data-testid="code-expiry">
            {text.validFor({ clock: asClock(secondsLeft) })}
          </p>
        )}
        <p class="hint wrong" role="status" data-testid="code-warning">
          {warning}
        </p>
        <Waiting
          class="hint said"
          text={busy && !isChecked ? words().common.working : null}
          otherwise={isChecked ? undefined : props.meanwhile}
        />
        <div class="actions">
          <Button kind={expired ? undefined : "primary"}>{props.submit}</Button>
          <RateLimited actions={["code"]}>
            <NewCodeButton sent={sent} expired={expired} onNewCode={props.onNewCode} />
          </RateLimited>
          {props.back}
        </div>
      </form>
    </Page>
  );
}
