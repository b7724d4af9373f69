import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { SentCode } from "../../src-contract/bridge/views.ts";
import type { ErrorCode } from "../../src-contract/errors/error-codes.ts";
import { deadlineAfter } from "../deadlines.ts";
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

const WARN_BEFORE_SECONDS = 60;

interface CodePageProps {
  readonly title: string;
  readonly state: "code" | "tan";
  readonly steps: StepsProps;
  /** What the code is for, if that can be shown. */
  readonly about?: ComponentChildren;
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
  readonly children?: ComponentChildren;
}

/** A screen that asks for a one-time code from a message, with its time limit and the way to a new one. */
export function CodePage(props: CodePageProps) {
  const { sent, overWhen, onCode } = props;
  const failure = useWindowState((state) => state.failure);
  const busy = useWindowState((state) => state.busy);
  const entry = useCodeEntry(sent.id);
  const [incomplete, setIncomplete] = useState(false);
  const [isChecked, setChecked] = useState(false);
  const secondsLeft = useSecondsLeft(deadlineAfter(sent, sent.validForMs));
  const [over, setOver] = useState<string | null>(null);
  const text = words().code;
  // Solaris decides whether a code is valid; this countdown only advises.
  const expired = secondsLeft === 0 || over === sent.id;
  const soonOver = !expired && secondsLeft <= WARN_BEFORE_SECONDS;
  useEffect(() => {
    if (failure?.code === overWhen) setOver(sent.id);
  }, [failure]);
  useWipeWhenLeft(entry.wipe, () => entry.text === "");

  const onSubmit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (busy) return;
    const complete = entry.isComplete();
    setIncomplete(!complete);
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

  return (
    <Page title={props.title} state={`${props.state}${how}`} steps={props.steps}>
      {props.about}
      <FailureNotice failure={failure} />
      <p>{props.intro}</p>
      <form onSubmit={onSubmit} noValidate>
        <CodeField
          entry={entry}
          complaint={incomplete ? text.incomplete : null}
          isChecked={isChecked}
          onEdit={() => setIncomplete(false)}
        />
        {!expired && (
          <p class="hint" role="timer" data-testid="code-expiry">
            {text.validFor({ clock: asClock(secondsLeft) })}
          </p>
        )}
        <p class="hint wrong" role="status" data-testid="code-warning">
          {expired ? failure?.code !== overWhen && text.expired : soonOver && text.soonOver}
        </p>
        <p class="hint said" role="status">
          {!isChecked && (busy ? words().common.working : props.meanwhile)}
        </p>
        <div class="actions">
          <Button kind={expired ? undefined : "primary"}>{props.submit}</Button>
          <RateLimited actions={["code"]}>
            <NewCodeButton sent={sent} expired={expired} onNewCode={props.onNewCode} />
          </RateLimited>
          {props.back}
        </div>
      </form>
      {props.children}
      <details>
        <summary>{text.noPhone}</summary>
        <p>{text.noPhoneWhat}</p>
        <p>{text.noPhoneNumber}</p>
      </details>
    </Page>
  );
}
