interface SlotsProps {
  readonly length: number;
  /** How many are filled. */
  readonly count: number;
  /** What the filled slots show; without it, dots for a secret. */
  readonly text?: string;
}

/**
 * The slots of a fixed-length entry, drawn below its one real, transparent input. Several inputs would be several tab stops,
 * and mean nothing together to a screen reader.
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
