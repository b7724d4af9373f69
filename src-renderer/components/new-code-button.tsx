import { useWindowState } from "../store.ts";
import { words } from "../words/words.ts";
import { Button } from "./button.tsx";
import { asClock, useSecondsLeft } from "./countdown.tsx";

/** The newest code, and since when this window knows of it: the screen may have been left meanwhile. */
let newest = { expiresAt: "", seenAt: 0 };

function firstSeen(expiresAt: string): number {
  if (newest.expiresAt !== expiresAt) newest = { expiresAt, seenAt: Date.now() };
  return newest.seenAt;
}

interface NewCodeButtonProps {
  /** Of the code that was sent last. */
  readonly expiresAt: string;
  readonly expired: boolean;
  readonly onNewCode: () => unknown;
}

/** Asks for a new code: at once when the old one is over, and else after the time that a message may take to arrive. */
export function NewCodeButton({ expiresAt, expired, onNewCode }: NewCodeButtonProps) {
  const coolDownMs = useWindowState().overview?.codeCoolDownMs ?? 0;
  const until = firstSeen(expiresAt) + coolDownMs;
  const secondsLeft = useSecondsLeft(until);
  const { newCode, newCodeIn } = words.code;
  const waits = secondsLeft > 0 && !expired;
  return (
    <Button kind={expired ? "primary" : undefined} isOff={waits} onClick={onNewCode}>
      {waits ? newCodeIn({ clock: asClock(secondsLeft) }) : newCode}
    </Button>
  );
}
