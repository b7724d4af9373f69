import { useEffect, useId, useRef, useState } from "preact/hooks";
import { type BirthDate, type BirthDateFault, findBirthDateFault } from "../secrets/birth-date.ts";
import { withAsciiDigits } from "../secrets/digit-value.ts";
import { isDigitWithoutNumLock } from "../secrets/number-pad.ts";
import { sayWiped, useWipeWhenLeft } from "../secrets/wipe-when-left.ts";
import type { LazyText } from "../words/lazy-text.ts";
import { words } from "../words/words.ts";

interface BirthDateCheckProps {
  /** Whether the PIN is made of a date; null if it is incomplete. This component never gets the PIN itself. */
  readonly isFrom: (date: BirthDate) => boolean | null;
  /** The PIN's edit count; a new edit needs a new check. */
  readonly edits: number;
  readonly onResult: (isFrom: boolean) => void;
}

const parts = ["day", "month", "year"] as const;
const longest = { day: 2, month: 2, year: 4 };

/** Checks against the cardholder's own birth date, which no list can know. The date is stored only in these three fields. */
export function BirthDateCheck({ isFrom, edits, onResult }: BirthDateCheckProps) {
  const fields = useRef<HTMLDivElement>(null);
  const [result, setResult] = useState<BirthDateFault | "from" | "free" | null>(null);
  const [note, setNote] = useState<LazyText | null>(null);
  const id = useId();
  const text = words().birthDate;
  const inputs = () => [...(fields.current?.querySelectorAll("input") ?? [])];
  const look = () => {
    setNote(null);
    const entered = inputs().map((input) => withAsciiDigits(input.value.trim()));
    if (entered.some((part) => part === "")) {
      onResult(false);
      return setResult(null);
    }
    const [day = 0, month = 0, year = 0] = entered.map((part) => (/^\d+$/.test(part) ? Number(part) : Number.NaN));
    const found = check({ day, month, year }, isFrom);
    setResult(found);
    onResult(found === "from");
  };
  useEffect(look, [edits]);
  useWipeWhenLeft(
    () => {
      for (const input of inputs()) input.value = "";
      look();
      setNote(() => sayWiped);
    },
    () => inputs().every((input) => input.value === ""),
  );
  const isAnswered = result === "from" || result === "free";
  const fault = result === null || isAnswered ? null : text.faults[result];
  const answer = isAnswered && { from: text.isFrom, free: text.isFree }[result];
  return (
    <details>
      <summary>{text.summary}</summary>
      <p>{text.intro}</p>
      <div ref={fields} class="date-fields" onInput={look}>
        {parts.map((part) => (
          <div key={part}>
            <label for={`${id}-${part}`}>{text[part]}</label>
            <input
              id={`${id}-${part}`}
              type="text"
              inputMode="numeric"
              maxLength={longest[part]}
              autocomplete="off"
              aria-invalid={fault !== null}
              aria-describedby={fault === null ? undefined : `${id}-result`}
              data-testid={`birth-${part}`}
              onKeyDown={(event) => {
                keepFormFromSubmitting(event);
                if (isDigitWithoutNumLock(event)) setNote(() => () => words().entry.numLockOff);
              }}
            />
          </div>
        ))}
      </div>
      <p class="hint">{text.privacy}</p>
      <p
        id={`${id}-result`}
        class={fault === null ? "hint" : "hint wrong"}
        role="status"
        data-testid="birth-date-result"
      >
        {note?.() ?? fault ?? answer}
      </p>
    </details>
  );
}

/** Enter in a date field must not send the PIN; the date was checked while it was typed. */
function keepFormFromSubmitting(event: KeyboardEvent): void {
  if (event.key === "Enter") event.preventDefault();
}

function check(date: BirthDate, isFrom: BirthDateCheckProps["isFrom"]): BirthDateFault | "from" | "free" | null {
  const fault = findBirthDateFault(date, new Date());
  if (fault !== null) return fault;
  const found = isFrom(date);
  if (found === null) return null;
  return found ? "from" : "free";
}
