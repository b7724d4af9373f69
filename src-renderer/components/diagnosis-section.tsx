import { useEffect, useRef, useState } from "preact/hooks";
import { describeDiagnosis } from "../diagnosis-rows.ts";
import { dateLocale } from "../moment.ts";
import type { RunDiagnosis } from "../use-diagnosis.ts";
import { words } from "../words/words.ts";
import { DiagnosisList, RecentErrors } from "./diagnosis-list.tsx";
import { FailureNotice } from "./failure-notice.tsx";

interface DiagnosisSectionProps {
  readonly diagnosis: RunDiagnosis;
  /** Whether the cardholder asked for it: it is then unfolded and has the focus. */
  readonly isAskedFor: boolean;
}

/** The diagnosis, folded: few need it. It unfolds by itself where something does not work. */
export function DiagnosisSection({ diagnosis, isAskedFor }: DiagnosisSectionProps) {
  const { view, failure, isBusy, said, check, copy, save } = diagnosis;
  const summary = useRef<HTMLElement>(null);
  const [isOpen, setOpen] = useState(isAskedFor);
  const isAmiss =
    failure !== null || (view !== null && describeDiagnosis(view).some(({ state }) => state === "problem"));
  useEffect(() => {
    if (isAmiss) setOpen(true);
  }, [isAmiss]);
  // Only once the findings are loaded: before, the page would be too short to scroll to them.
  useEffect(() => {
    if (isAskedFor && view !== null) summary.current?.focus();
  }, [isAskedFor, view === null]);
  const text = words().diagnosis;
  return (
    <details
      class="folded"
      data-testid="diagnosis"
      open={isOpen}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary ref={summary}>{text.title}</summary>
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
    </details>
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

function asTime(instant: string): string {
  return new Intl.DateTimeFormat(dateLocale(), { timeStyle: "medium" }).format(new Date(instant));
}
