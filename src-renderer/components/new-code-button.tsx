import type { SentCode } from "../../src-contract/bridge/views.ts";
import { noteReceived } from "../deadlines.ts";
import { useWindowState } from "../store.ts";
import { words } from "../words/words.ts";
import { Button } from "./button.tsx";
import { asClock, useSecondsLeft } from "./countdown.tsx";

/**
 * The newest code, and when this window first saw it (by `performance.now()`). Module state, because the screen may be left
 * meanwhile.
 */
let newest = { id: "", seenAt: 0 };

function firstSeen(sent: SentCode): number {
  if (newest.id !== sent.id) newest = { id: sent.id, seenAt: noteReceived(sent) };
  return newest.seenAt;
}

interface NewCodeButtonProps {
  /** The last code that was sent. */
  readonly sent: SentCode;
  readonly expired: boolean;
  readonly onNewCode: () => unknown;
}

/** Requests a new code: at once if the old one has expired, else after the time that a message may take to arrive. */
export function NewCodeButton({ sent, expired, onNewCode }: NewCodeButtonProps) {
  const coolDownMs = useWindowState((state) => state.overview?.codeCoolDownMs ?? 0);
  const until = firstSeen(sent) + coolDownMs;
  const secondsLeft = useSecondsLeft(until);
  const { newCode, newCodeIn } = words().code;
  const waits = secondsLeft > 0 && !expired;
  return (
    <Button kind={expired ? "primary" : undefined} isOff={waits} onClick={onNewCode}>
      {waits ? newCodeIn({ clock: asClock(secondsLeft) }) : newCode}
    </Button>
  );
}
