import type { ComponentChildren } from "preact";
import type { LimitedAction } from "../../src-contract/rules/limited-actions.ts";
import { deadlineAfter } from "../deadlines.ts";
import { longestWait } from "../longest-wait.ts";
import { useWindowState } from "../store.ts";
import { words } from "../words/words.ts";
import { asClock, useSecondsLeft } from "./countdown.tsx";

interface RateLimitedProps {
  /** What the buttons inside would do. */
  readonly actions: readonly LimitedAction[];
  readonly children: ComponentChildren;
}

/** Buttons that the bank would refuse for now: in their place, how long until they are back. */
export function RateLimited({ actions, children }: RateLimitedProps) {
  const wait = useWait(actions);
  return wait === null ? children : <WaitNotice text={wait} />;
}

/** How long until the last of some actions can be done again, in words; null once they can. */
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
