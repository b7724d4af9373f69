import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Complaint } from "./entry-complaints.ts";
import { fieldsInOrder } from "./fields-in-order.ts";
import { createSecretBytes, type SecretBytes } from "./secret-bytes.ts";
import { sayWiped, useWipeWhenLeft } from "./wipe-when-left.ts";

type Entries<Name extends string> = Readonly<Record<Name, SecretBytes>>;

/**
 * A form's secrets in order, and what is wrong with them. They belong to the screen: they are wiped when it goes, and when
 * the window was left for too long (docs/threat-model.md#entry-wiped-when-left).
 * @param capacities in bytes, by field
 * @param answer why a field's last entry was refused; null if it was not. Shown as a complaint while another is made
 */
export function useSecretForm<Name extends string>(
  capacities: Readonly<Record<Name, number>>,
  answer: { readonly field: NoInfer<Name>; readonly refused: string | null } | null = null,
) {
  const names = Object.keys(capacities) as Name[];
  const create = (created: readonly Name[]) =>
    Object.fromEntries(created.map((name) => [name, createSecretBytes(capacities[name])])) as Entries<Name>;
  const [entries, setEntries] = useState(() => create(names));
  // The entries may have been renewed between a step's begin and end.
  const latest = useRef(entries);
  const form = useRef<HTMLFormElement>(null);
  const [complaint, complain] = useState<Complaint<Name> | null>(null);

  /** Wipes entries and replaces them with empty ones. */
  const renew = (...renewed: readonly Name[]) => {
    for (const name of renewed) latest.current[name].clear();
    latest.current = { ...latest.current, ...create(renewed) };
    setEntries(latest.current);
  };
  useEffect(
    () => () => {
      for (const name of names) latest.current[name].clear();
    },
    [],
  );
  useWipeWhenLeft(
    () => {
      complain({ field: names[0] as Name, text: sayWiped });
      renew(...names);
    },
    () => names.every((name) => latest.current[name].count() === 0),
  );

  const refused = answer?.refused ?? null;
  useLayoutEffect(() => {
    if (answer !== null && refused !== null) complain({ field: answer.field, text: () => refused, isAnswer: true });
    else complain((before) => (before?.isAnswer ? null : before));
  }, [refused]);

  const onChange = (count: number) => {
    if (count > 0) complain((before) => (before?.isAnswer ? before : null));
  };
  return {
    /** For the form's `ref`. */
    form,
    entries,
    /** Whether something is wrong with the entries that was not answered before. */
    hasComplaint: complaint !== null && !complaint.isAnswer,
    complain,
    renew,
    /** Clears the complaint once something is entered. */
    onChange,
    /** The props of a field. */
    field: (name: Name) => ({
      field: name,
      secret: entries[name],
      complaint: complaint?.field === name ? complaint.text() : null,
      keepsRoom: answer?.field === name,
      onChange,
    }),
    ...fieldsInOrder(form, names, (name) => latest.current[name].count()),
  };
}
