import { useAnnounced } from "./use-announced.ts";

/** Most of these waits are over before a screen reader could have told of them, and what comes then is what counts. */
const TOLD_AFTER_MS = 1000;

interface WaitingProps {
  /** What is being waited for; null if nothing is. */
  readonly text: string | null;
  /** Of the visible text, whose place is kept. */
  readonly class?: string;
  /** What is shown there while nothing is waited for. */
  readonly otherwise?: string | undefined;
}

/** What is being waited for: shown at once, announced where it takes long. */
export function Waiting({ text, class: visible, otherwise }: WaitingProps) {
  return (
    <>
      <p class={visible}>{text ?? otherwise}</p>
      {/* Not a status, which would be met as one while it is empty. */}
      <p class="unseen" aria-live="polite">
        {useAnnounced(text, TOLD_AFTER_MS)}
      </p>
    </>
  );
}
