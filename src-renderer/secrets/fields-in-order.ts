import type { RefObject } from "preact";

/**
 * The fields of a form that are asked for one after the other, by their names (`data-field`). Enter leads from field to
 * field, so that nobody who presses it early hears that what they have not entered is wrong.
 * @param names in their order; some may not be drawn
 * @param count how many characters a field has
 */
export function fieldsInOrder<Name extends string>(
  form: RefObject<HTMLFormElement | null>,
  names: readonly Name[],
  count: (name: Name) => number,
) {
  const inputOf = (name: Name) => form.current?.querySelector<HTMLInputElement>(`[data-field=${name}]`) ?? null;
  return {
    focus: (name: Name) => inputOf(name)?.focus(),
    /**
     * What a submit asks about. The button asks about all. So does Enter where nothing behind it is empty; else it asks
     * about its own field and those before, and leads on to `next`.
     */
    asked(): { readonly names: readonly Name[]; readonly next: Name | null } {
      const drawn = names.filter((name) => inputOf(name) !== null);
      const at = drawn.findIndex((name) => inputOf(name) === document.activeElement);
      const next = at < 0 ? undefined : drawn.slice(at + 1).find((name) => count(name) === 0);
      return next === undefined ? { names: drawn, next: null } : { names: drawn.slice(0, at + 1), next };
    },
  };
}
