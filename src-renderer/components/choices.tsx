import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";

interface Option<Value extends string> {
  readonly value: Value;
  readonly label: string;
  /** The label's language, if it differs from the window's. */
  readonly lang?: string;
}

interface ChoicesProps<Value extends string> {
  readonly legend: string;
  readonly options: readonly Option<Value>[];
  readonly chosen: Value;
  readonly note?: string | null;
  readonly onChoose: (value: Value) => unknown;
}

/** Radio buttons whose choice applies at once. */
export function Choices<Value extends string>({ legend, options, chosen, note, onChoose }: ChoicesProps<Value>) {
  const name = useId();
  return (
    <fieldset aria-describedby={note == null ? undefined : `${name}-note`}>
      <legend>{legend}</legend>
      {options.map(({ value, label, lang }) => (
        <label key={value} class="choice">
          <input type="radio" name={name} value={value} checked={value === chosen} onChange={() => onChoose(value)} />
          <span lang={lang}>{label}</span>
        </label>
      ))}
      {note != null && (
        <p class="hint" id={`${name}-note`}>
          {note}
        </p>
      )}
    </fieldset>
  );
}

interface SwitchProps {
  readonly label: string;
  readonly isOn: boolean;
  /** Whether it has no effect on this computer. */
  readonly isOff?: boolean;
  /** What it does, and its effect on this computer. */
  readonly children: ComponentChildren;
  readonly onSwitch: (isOn: boolean) => unknown;
}

/** A switch that applies at once. */
export function Switch({ label, isOn, isOff = false, children, onSwitch }: SwitchProps) {
  const id = useId();
  return (
    <>
      <label class="choice">
        <input
          type="checkbox"
          checked={isOn}
          disabled={isOff}
          aria-describedby={id}
          onChange={({ currentTarget }) => onSwitch(currentTarget.checked)}
        />
        <span>{label}</span>
      </label>
      <p class="hint" id={id}>
        {children}
      </p>
    </>
  );
}
