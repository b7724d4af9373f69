import { useMemo, useRef } from "preact/hooks";
import { words } from "../words/words.ts";
import { Icon } from "./icon.tsx";

interface KeypadProps {
  readonly shuffled: boolean;
  /** The field that it types into. */
  readonly field: () => HTMLInputElement | null;
}

const inOrder = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "0"] as const;

/**
 * Types into a field as a keyboard does (`beforeinput`), so digits have one way in. It is one tab stop, with arrow keys
 * inside (WAI-ARIA practices, toolbar). Pressing a key with the pointer does not move the focus.
 */
export function Keypad({ shuffled, field }: KeypadProps) {
  const pad = useRef<HTMLDivElement>(null);
  const digits = useMemo(() => (shuffled ? shuffle(inOrder) : inOrder), [shuffled]);
  const type = (inputType: string, data: string | null) => {
    const event = new InputEvent("beforeinput", { inputType, data, bubbles: true, cancelable: true });
    field()?.dispatchEvent(event);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const keys = [...(pad.current?.querySelectorAll("button") ?? [])];
    const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 3, ArrowUp: -3 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const place = placeOf(keys.indexOf(event.target as HTMLButtonElement)) + step;
    keys.find((_key, at) => placeOf(at) === place)?.focus();
  };
  const { title, shuffled: shuffledTitle, remove } = words().keypad;
  return (
    <div
      ref={pad}
      class="keypad"
      role="toolbar"
      aria-label={shuffled ? shuffledTitle : title}
      dir="ltr"
      onKeyDown={onKeyDown}
      onPointerDown={(event) => event.preventDefault()}
    >
      {digits.map((digit, at) => (
        <button
          key={digit}
          type="button"
          tabIndex={at === 0 ? 0 : -1}
          class={at === 9 ? "last" : undefined}
          data-testid="keypad-key"
          onClick={() => type("insertText", digit)}
        >
          {digit}
        </button>
      ))}
      <button
        type="button"
        tabIndex={-1}
        aria-label={remove}
        data-testid="keypad-key"
        onClick={() => type("deleteContentBackward", null)}
      >
        <Icon name="remove" />
      </button>
    </div>
  );
}

/** A key's position in rows of three; the last row begins with a gap. */
const placeOf = (at: number) => (at < 9 ? at : at + 1);

/** Fisher–Yates with the system's randomness; the remainder's slight bias does not matter for a layout. */
function shuffle<T>(items: readonly T[]): T[] {
  const shuffled = [...items];
  const random = crypto.getRandomValues(new Uint32Array(items.length));
  for (let last = shuffled.length - 1; last > 0; last--) {
    const other = (random[last] ?? 0) % (last + 1);
    [shuffled[last], shuffled[other]] = [shuffled[other] as T, shuffled[last] as T];
  }
  return shuffled;
}
