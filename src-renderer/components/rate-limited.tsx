import type { ComponentChildren } from "preact";
import type { LimitedAction } from "../../src-contract/rules/limited-actions.ts";
import { deadlineAfter } from "../deadlines.ts";
import { longestWait } from "../longest-wait.ts";
import { useWindowState } from "../store.ts";
import { words } from "../words/words.ts";
import { asClock, useSecondsLeft } from "./countdown.tsx";

interface RateLimitedProps {
  /** The actions of the buttons inside. */
  readonly actions: readonly LimitedAction[];
  readonly children: ComponentChildren;
}

/** Hides buttons that the bank would refuse for now, and shows how long until they are back. */
export function RateLimited({ actions, children }: RateLimitedProps) {
  const wait = useWait(actions);
  return wait === null ? children : <WaitNotice text={wait} />;
}

/** How long until all these actions are allowed again, in words; null once they are. */
export function useWait(actions: readonly LimitedAction[]): string | null {
  const waits = useWindowState((state) => state.overview?.waits);
  const wait = longestWait(waits, actions);
  const secondsLeft = useSecondsLeft(deadlineAfter(waits, wait?.ms));
  return wait === null || secondsLeft === 0 ? null : words().wait[wait.action]({ clock: asClock(secondsLeft) });
}

export function WaitNotice({ text }: { readonly text: string }) {
  return (
    <p class="notice" role="timer" data-testid="wait-notice">
      {text}
    </p>
  );
}
