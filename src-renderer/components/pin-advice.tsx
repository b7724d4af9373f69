import { useState } from "preact/hooks";
import type { GuessReason } from "../../src-contract/rules/guessable-pins.ts";
import type { LazyText } from "../words/lazy-text.ts";
import { words } from "../words/words.ts";
import { Button } from "./button.tsx";
import { Icon } from "./icon.tsx";

type PinAdviceState = ReturnType<typeof usePinAdvice>;
type Reason = GuessReason | "birth-date";

const refuses = __POLICY__.weakPins === "refuse";

/**
 * Checks a new PIN while the cardholder chooses it. The partner's policy says whether a guessable one is warned of or
 * refused.
 * @param findReason why the current PIN is easily guessed; null if it is not, or is incomplete
 */
export function usePinAdvice(findReason: () => GuessReason | null) {
  const [listed, setListed] = useState<GuessReason | null>(null);
  const [isFromBirthDate, setFromBirthDate] = useState(false);
  const [accepted, setAccepted] = useState<Reason | null>(null);
  const [edits, setEdits] = useState(0);
  const reason: Reason | null = isFromBirthDate ? "birth-date" : listed;
  const kept = reason !== null && accepted === reason;
  return {
    /** Why the PIN is easily guessed; null if it is not, or is incomplete. */
    reason,
    /** What to say if the cardholder uses the PIN anyway; null if they may. */
    objection: reason === null || kept ? null : object,
    kept,
    /** Counts the PIN's edits. */
    edits,
    setFromBirthDate,
    keep: () => setAccepted(reason),
    look() {
      setEdits((before) => before + 1);
      setAccepted(null);
      setListed(findReason());
    },
  };
}

const object: LazyText = () => (refuses ? words().advice.refuse : words().advice.notYet);

interface PinAdviceProps {
  readonly advice: PinAdviceState;
  /** Called when the button disappears, and the focus with it. */
  readonly onKeep: () => void;
}

/** The reason in words; never suggests another PIN. */
export function PinAdvice({ advice: { reason, kept, keep }, onKeep }: PinAdviceProps) {
  const text = words().advice;
  // Together one text, which is announced as one.
  const also = kept ? [text.kept] : refuses ? [text.refuse] : [];
  const said = reason === null ? [] : [text.reasons[reason], ...also];
  const onClick = () => {
    keep();
    onKeep();
  };
  return (
    <div class="advice">
      <div role="status">
        {reason !== null && (
          <p class="hint advised" data-testid="pin-advice">
            <Icon name="uncertain" />
            <span>
              <b>{text.title}</b> {said.join(" ")}
            </span>
          </p>
        )}
      </div>
      {reason !== null && !kept && !refuses && (
        <Button kind="quiet" onClick={onClick}>
          {text.keep}
        </Button>
      )}
    </div>
  );
}
