import { firstWords } from "../words/words.ts";
import { Icon } from "./icon.tsx";

export interface StepsProps {
  readonly names: readonly string[];
  /** Which of them this screen is, counted from 0. */
  readonly current: number;
  /** Whether that is done as well. */
  readonly isOver?: boolean;
  /** Whether its name says so, which is then not said twice. */
  readonly isNamedSo?: boolean;
}

/** Where one is among them. */
export function stepInWords({ names, current }: StepsProps): string {
  return firstWords().common.stepOf({ step: current + 1, steps: names.length, name: names[current] ?? "" });
}

/** The steps of the current task: finished ones ticked, the current one marked. */
export function Steps({ names, current, isOver = false, isNamedSo = false }: StepsProps) {
  const { stepDone } = firstWords().common;
  return (
    <ol class="steps" aria-label={stepInWords({ names, current })}>
      {names.map((name, at) => {
        const isDone = at < current || isOver;
        return (
          <li key={name} class={isDone ? "done" : undefined} aria-current={at === current ? "step" : undefined}>
            {isDone && <Icon name="tick" />}
            {isDone && !(isNamedSo && at === current) ? (
              <>
                <span aria-hidden="true">{name}</span>
                <span class="unseen">{stepDone({ name })}</span>
              </>
            ) : (
              <span>{name}</span>
            )}
          </li>
        );
      })}
    </ol>
  );
}
