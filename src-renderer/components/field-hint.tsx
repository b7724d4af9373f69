interface FieldHintProps {
  /** For the field's `aria-describedby`. */
  readonly id: string;
  readonly hint: string;
  /** What is wrong with the entry, in the hint's place, and announced at once; null where nothing is. */
  readonly complaint: string | null;
}

/** What a field wants, or what is wrong with what it got. */
export function FieldHint({ id, hint, complaint }: FieldHintProps) {
  const isWrong = complaint !== null;
  return (
    <p id={id} class={isWrong ? "hint wrong" : "hint"} role={isWrong ? "alert" : undefined}>
      {complaint ?? hint}
    </p>
  );
}
