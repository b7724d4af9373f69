import { useContext } from "preact/hooks";
import type { Failure } from "../../src-contract/errors/result.ts";
import { deadlineAfter } from "../deadlines.ts";
import { useWindowState } from "../store.ts";
import { errorWords, firstWords } from "../words/words.ts";
import { CopyErrorNumber } from "./copy-error-number.tsx";
import { asClock, useSecondsLeft } from "./countdown.tsx";
import { CoveredByPanel } from "./covered-by-panel.ts";
import { FolderLine } from "./folder-line.tsx";
import { KeptWhole } from "./kept-whole.tsx";
import { NetworkFailureActions } from "./network-failure-actions.tsx";
import { Notice } from "./notice.tsx";
import { useInSight } from "./use-in-sight.ts";

/** A failure in words: what happened, what to do, where, when, and the reference for support. */
export function FailureNotice({ failure }: { readonly failure: Omit<Failure, "ok"> | null }) {
  const secondsLeft = useSecondsLeft(deadlineAfter(failure, failure?.retryAfterMs));
  const isPastProxy = useWindowState((state) => state.isPastProxy);
  const isPanelOpen = useWindowState((state) => state.panel !== null);
  const at = useInSight<HTMLParagraphElement>(failure);
  const isInPanel = !useContext(CoveredByPanel) && isPanelOpen;
  if (failure === null) return null;
  const { code, supportId, folder } = failure;
  if (code === "ERR_PROXY_PASSWORD" && isPastProxy) {
    return (
      <Notice kind="success">
        <p>{firstWords().proxy.signedIn}</p>
      </Notice>
    );
  }
  const { what, next } = errorWords(code);
  const { reference, referenceWithId } = firstWords().support;
  return (
    <>
      <Notice kind="problem" isQuiet testId="failure">
        {/* Only this is announced. What support asks for is read where it stands, by whoever wants it. */}
        <p ref={at} role="alert">
          <b>{what}</b> {next}
        </p>
        {folder !== undefined && <FolderLine folder={folder} />}
        <p class="reference">
          {supportId === undefined ? (
            reference({ code })
          ) : (
            <KeptWhole text={referenceWithId({ code, id: supportId })} part={supportId} />
          )}
        </p>
        {supportId !== undefined && <CopyErrorNumber supportId={supportId} />}
      </Notice>
      {secondsLeft > 0 && (
        // Outside the alert, which would be read out again every second.
        <p class="hint" role="timer" data-testid="retry-countdown">
          {firstWords().wait.any({ clock: asClock(secondsLeft) })}
        </p>
      )}
      {!isInPanel && <NetworkFailureActions code={code} />}
    </>
  );
}
