import { bankNow } from "../bank-time.ts";
import { deadlineAfter } from "../deadlines.ts";
import { requestLetter } from "../letter-actions.ts";
import { momentOf } from "../moment.ts";
import { useWindowState } from "../store.ts";
import { words } from "../words/words.ts";
import { Button } from "./button.tsx";
import { useSecondsLeft } from "./countdown.tsx";
import { WaitNotice } from "./rate-limited.tsx";

/** When another letter may be asked for, in words: that can be days away. Null if it may be now, as far as is known. */
export function useWaitForLetter(): string | null {
  const letters = useWindowState((state) => state.overview?.letters);
  const secondsLeft = useSecondsLeft(deadlineAfter(letters, letters?.waitMs));
  if (secondsLeft === 0) return null;
  return words().letter.wait({ when: momentOf(new Date(bankNow() + secondsLeft * 1000)) });
}

interface AskForLetterProps {
  /** See `useWaitForLetter`. */
  readonly wait: string | null;
  readonly text: string;
  /** Although there is one, whose code then counts no more. */
  readonly isAnother?: boolean;
}

/** The button that has a letter sent, or when there can be one. */
export function AskForLetter({ wait, text, isAnother = false }: AskForLetterProps) {
  if (wait !== null) return <WaitNotice text={wait} />;
  return (
    <Button kind="primary" onClick={() => requestLetter(isAnother)}>
      {text}
    </Button>
  );
}
