import { useMemo } from "preact/hooks";
import { useWindowState } from "../store.ts";
import { words } from "../words/words.ts";
import { Button } from "./button.tsx";
import { asClock, useSecondsLeft } from "./countdown.tsx";

interface NewCodeButtonProps {
  readonly expired: boolean;
  readonly onNewCode: () => unknown;
}

/** Asks for a new code: at once when the old one is over, and else after the time that a message may take to arrive. */
export function NewCodeButton({ expired, onNewCode }: NewCodeButtonProps) {
  const coolDownMs = useWindowState().overview?.codeCoolDownMs ?? 0;
  const until = useMemo(() => Date.now() + coolDownMs, []);
  const secondsLeft = useSecondsLeft(until);
  const { newCode, newCodeIn } = words.code;
  const waits = secondsLeft > 0 && !expired;
  return (
    <Button kind={expired ? "primary" : undefined} isOff={waits} onClick={onNewCode}>
      {waits ? newCodeIn({ clock: asClock(secondsLeft) }) : newCode}
    </Button>
  );
}
