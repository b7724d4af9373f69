interface FieldHintProps {
  /** For the field's `aria-describedby`. */
  readonly id: string;
  readonly hint: string;
  /** What is wrong with the entry, shown in place of the hint and announced at once; null if nothing is. */
  readonly complaint: string | null;
}

/** A field's hint, or what is wrong with its entry. */
export function FieldHint({ id, hint, complaint }: FieldHintProps) {
  const isWrong = complaint !== null;
  return (
    <p id={id} class={isWrong ? "hint wrong" : "hint"} role={isWrong ? "alert" : undefined}>
      {complaint ?? hint}
    </p>
  );
}
