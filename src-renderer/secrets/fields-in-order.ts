import type { RefObject } from "preact";

/** The fields of a form that are asked for one after the other, by their names (`data-field`). */
interface FieldsInOrder<Name extends string> {
  readonly focus: (name: Name) => void;
  /**
   * What a submit asks about. The button asks about all. So does Enter where nothing behind it is empty; else it asks about
   * its own field and those before, and leads on to `next`.
   */
  readonly asked: () => { readonly names: readonly Name[]; readonly next: Name | null };
}

/**
 * Lets Enter lead from field to field, so that nobody who presses it early hears that what they have not entered is wrong.
 * @param count how many characters a field has
 */
export function fieldsInOrder<Name extends string>(
  form: RefObject<HTMLFormElement | null>,
  names: readonly Name[],
  count: (name: Name) => number,
): FieldsInOrder<Name> {
  const inputOf = (name: Name) => form.current?.querySelector<HTMLInputElement>(`[data-field=${name}]`);
  return {
    focus: (name) => inputOf(name)?.focus(),
    asked() {
      const at = names.findIndex((name) => inputOf(name) === document.activeElement);
      const next = at < 0 ? undefined : names.slice(at + 1).find((name) => count(name) === 0);
      return next === undefined ? { names, next: null } : { names: names.slice(0, at + 1), next };
    },
  };
}
