import { useInSight } from "./use-in-sight.ts";

interface FieldHintProps {
  /** The field's. */
  readonly id: string;
  readonly hint: string;
  /** What is wrong with the entry, shown in place of the hint and announced at once; null if nothing is. */
  readonly complaint: string | null;
  /** Whether something else has the hint's place. */
  readonly isHidden?: boolean;
}

/**
 * A field's hint, or what is wrong with its entry. The hint stays in the document: a description that changes under the
 * cursor is read out anew by some screen readers, on top of the complaint.
 */
export function FieldHint({ id, hint, complaint, isHidden = false }: FieldHintProps) {
  const at = useInSight<HTMLParagraphElement>(complaint);
  return (
    <>
      <p id={hintId(id)} class="hint" hidden={isHidden || complaint !== null}>
        {hint}
      </p>
      {complaint !== null && (
        <p ref={at} id={complaintId(id)} class="hint wrong" role="alert" data-testid="complaint">
          {complaint}
        </p>
      )}
    </>
  );
}

/** What a field's input says of its hint. @param id the field's */
export function describedByHint(id: string, complaint: string | null) {
  return {
    "aria-describedby": hintId(id),
    "aria-invalid": complaint !== null,
    "aria-errormessage": complaint === null ? undefined : complaintId(id),
  };
}

const hintId = (id: string) => `${id}-hint`;
const complaintId = (id: string) => `${id}-complaint`;
