interface SlotsProps {
  readonly length: number;
  /** How many are filled. */
  readonly count: number;
  /** What the filled ones show; a dot where it is a secret. */
  readonly text?: string;
}

/**
 * The places of an entry of fixed length, drawn below its one real field, which is transparent: several fields would be
 * several stops for the keyboard and say nothing as a whole.
 */
export function Slots({ length, count, text }: SlotsProps) {
  return (
    <span class="slots" aria-hidden="true" dir="ltr">
      {Array.from({ length }, (_, at) => (
        <span key={at} class={at < count ? "slot filled" : at === count ? "slot next" : "slot"}>
          {at < count && (text === undefined ? <span class="dot" /> : text[at])}
        </span>
      ))}
    </span>
  );
}
