import { words } from "../words/words.ts";
import { Icon } from "./icon.tsx";

export interface StepsProps {
  readonly names: readonly string[];
  /** Which of them this screen is, counted from 0. */
  readonly current: number;
}

/** The steps of the current task: finished ones ticked, the current one marked. */
export function Steps({ names, current }: StepsProps) {
  const { stepOf, stepDone } = words().common;
  return (
    <ol class="steps" aria-label={stepOf({ step: current + 1, steps: names.length, name: names[current] ?? "" })}>
      {names.map((name, at) => (
        <li key={name} class={at < current ? "done" : undefined} aria-current={at === current ? "step" : undefined}>
          <span class="step-mark" aria-hidden="true">
            {at < current ? <Icon name="tick" /> : at + 1}
          </span>
          {at < current ? (
            <>
              <span aria-hidden="true">{name}</span>
              <span class="unseen">{stepDone({ name })}</span>
            </>
          ) : (
            <span>{name}</span>
          )}
        </li>
      ))}
    </ol>
  );
}
