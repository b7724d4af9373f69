import { useId } from "preact/hooks";

interface PickProps<Value extends string | number> {
  readonly label: string;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly chosen: Value;
  readonly onPick: (value: Value) => unknown;
}

/** The system's own list, whose choice applies at once. For more options than radio buttons can show at a glance. */
export function Pick<Value extends string | number>({ label, options, chosen, onPick }: PickProps<Value>) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select
        id={id}
        onChange={({ currentTarget: { selectedIndex } }) => {
          const option = options[selectedIndex];
          if (option !== undefined) onPick(option.value);
        }}
      >
        {options.map(({ value, label: text }) => (
          <option key={value} selected={value === chosen}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}
