import { useEffect, useId, useRef, useState } from "preact/hooks";
import type { LockTimes } from "../../src-contract/bridge/views.ts";
import { signOut } from "../actions.ts";
import { bridge } from "../bridge.ts";
import { type QuietTime, watchQuietTime } from "../quiet-time.ts";
import type { ScreenState } from "../screen-states.ts";
import { watchPresses } from "../watch-presses.ts";
import { words } from "../words/words.ts";
import { asClock, useSecondsLeft } from "./countdown.tsx";

/** Asks a signed-in cardholder whom main has not seen for a while whether they are still there. */
export function IdleWarning({ lock: { quietMs, warningMs } }: { readonly lock: LockTimes }) {
  const [endsAt, setEndsAt] = useState<number | null>(null);
  const quietTime = useRef<QuietTime | null>(null);
  useEffect(() => {
    const askQuietMs = async () => {
      const answer = await bridge().getQuietTime();
      return answer.ok ? answer.value : null;
    };
    const noteActivity = () => bridge().noteActivity();
    const watched = watchQuietTime({ quietMs, warningMs }, { askQuietMs, noteActivity, warn: setEndsAt });
    quietTime.current = watched;
    const stopWatching = watchPresses(watched.noteClick);
    return () => {
      watched.stop();
      stopWatching();
    };
  }, [quietMs, warningMs]);
  return endsAt === null ? null : <Warning endsAt={endsAt} onStay={() => void quietTime.current?.stay()} />;
}

/** Modal, so the rest can be neither read nor used. Escape also counts as an answer. */
function Warning({ endsAt, onStay }: { readonly endsAt: number; readonly onStay: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const secondsLeft = useSecondsLeft(endsAt);
  const id = useId();
  const text = words().lock;
  useEffect(() => dialog.current?.showModal(), []);
  // Its buttons work during any step: without an answer the cardholder is signed out.
  return (
    <dialog ref={dialog} aria-labelledby={id} data-state={"are-you-there" satisfies ScreenState} onClose={onStay}>
      <h2 id={id}>{text.title}</h2>
      {/* Announced, and no description: Orca says nothing of a dialog that takes the focus by making all else inert. */}
      <p role="alert">{text.what}</p>
      <p role="timer" data-testid="lock-countdown">
        {text.left({ clock: asClock(secondsLeft) })}
      </p>
      <div class="actions">
        <button type="button" class="primary" onClick={() => dialog.current?.close()}>
          {text.stay}
        </button>
        <button type="button" onClick={signOut}>
          {words().common.signOut}
        </button>
      </div>
    </dialog>
  );
}
