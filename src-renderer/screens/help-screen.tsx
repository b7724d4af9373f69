import { useEffect, useRef, useState } from "preact/hooks";
import type { DiagnosisView } from "../../src-contract/bridge/diagnosis-view.ts";
import type { SupportContacts } from "../../src-contract/bridge/partner-identity.ts";
import type { Failure, Result } from "../../src-contract/errors/result.ts";
import { bridge } from "../bridge.ts";
import { DiagnosisList, RecentErrors } from "../components/diagnosis-list.tsx";
import { FailureNotice } from "../components/failure-notice.tsx";
import { Page } from "../components/page.tsx";
import { SupportList } from "../components/support-list.tsx";
import { helpState } from "../screen-states.ts";
import { closePanel } from "../store.ts";
import { locale, words } from "../words/words.ts";

interface HelpProps {
  readonly support: SupportContacts;
  /** Whether to start at the diagnosis, which the cardholder asked for. */
  readonly atFindings: boolean;
}

/** Whom to ask, what nobody may ask the cardholder for, and the diagnosis. */
export function HelpScreen({ support, atFindings }: HelpProps) {
  const findings = useRef<HTMLHeadingElement>(null);
  const { view, failure, isBusy, said, check, copy, save } = useDiagnosis();
  // Only once they are loaded: before, the page would be too short to scroll to them.
  useEffect(() => {
    if (atFindings && view !== null) findings.current?.focus();
  }, [atFindings, view === null]);
  const { title, neverAsked } = words().help;
  const text = words().diagnosis;
  const state = helpState({ hasFailed: failure !== null, hasFindings: view !== null });
  return (
    <Page title={title} state={state}>
      <SupportList support={support} />
      <h2>{neverAsked.title}</h2>
      <ul>
        <li>{neverAsked.secrets}</li>
        <li>{neverAsked.computer}</li>
      </ul>
      <p>{neverAsked.ifAsked}</p>
      <p>{neverAsked.ifTold}</p>
      <h2 ref={findings} tabIndex={-1}>
        {text.title}
      </h2>
      <p>{text.intro}</p>
      {view !== null && (
        <>
          <DiagnosisList view={view} />
          <h3>{text.errors.title}</h3>
          <RecentErrors errors={view.recentErrors} />
        </>
      )}
      <p class="hint said" role="status">
        {said ?? (view !== null && text.checked({ time: asTime(view.takenAt) }))}
      </p>
      <FailureNotice failure={failure} />
      <div class="actions">
        <OwnButton isBusy={isBusy} onClick={check}>
          {text.again}
        </OwnButton>
        <OwnButton isBusy={isBusy} onClick={copy}>
          {text.copy}
        </OwnButton>
        <OwnButton isBusy={isBusy} onClick={save}>
          {text.save}
        </OwnButton>
      </div>
      <div class="actions">
        <button type="button" class="quiet" onClick={closePanel}>
          {words().common.goBack}
        </button>
      </div>
    </Page>
  );
}

interface OwnButtonProps {
  readonly isBusy: boolean;
  readonly onClick: () => void;
  readonly children: string;
}

/** Unlike other buttons it works during a step, which may be the reason for asking for help. */
function OwnButton({ isBusy, onClick, children }: OwnButtonProps) {
  return (
    <button type="button" aria-disabled={isBusy} onClick={() => isBusy || onClick()}>
      {children}
    </button>
  );
}

/** Runs a diagnosis at once and keeps the last one, in this screen only, not in the window's state. */
function useDiagnosis() {
  const [view, setView] = useState<DiagnosisView | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  const isShown = useRef(true);

  /** @param waiting the message meanwhile @param after handles the result, and gives the message afterwards */
  const attempt = async <T,>(
    ask: () => Promise<Result<T>>,
    waiting: string | null,
    after: (value: T) => string | null,
  ) => {
    setBusy(true);
    setFailure(null);
    setSaid(waiting);
    const result = await ask();
    if (!isShown.current) return;
    setBusy(false);
    setSaid(result.ok ? after(result.value) : null);
    if (!result.ok) setFailure(result);
  };
  const { checking, copied, saved } = words().diagnosis;
  const check = () =>
    void attempt(
      () => bridge().runDiagnosis(),
      checking,
      (seen) => {
        setView(seen);
        return null;
      },
    );
  const copy = () =>
    void attempt(
      () => bridge().copyReport(),
      null,
      () => copied,
    );
  const save = () =>
    void attempt(
      () => bridge().saveReport(),
      null,
      (answer) => (answer.saved ? saved : null),
    );

  useEffect(() => {
    isShown.current = true;
    check();
    return () => {
      isShown.current = false;
    };
  }, []);
  return { view, failure, isBusy, said, check, copy, save };
}

function asTime(instant: string): string {
  return new Intl.DateTimeFormat(locale(), { timeStyle: "medium" }).format(new Date(instant));
}
