import type { RefObject } from "preact";

/**
 * A form's fields in order, by name (`data-field`). Enter moves from field to field, so pressing it early does not complain
 * about fields that are still empty.
 * @param names in order; some may not be drawn
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
     * The fields that a submit checks. The button checks all. Enter does too if no later field is empty; otherwise it checks
     * its own field and the earlier ones, and moves to `next`.
     */
    asked(): { readonly names: readonly Name[]; readonly next: Name | null } {
      const drawn = names.filter((name) => inputOf(name) !== null);
      const at = drawn.findIndex((name) => inputOf(name) === document.activeElement);
      const next = at < 0 ? undefined : drawn.slice(at + 1).find((name) => count(name) === 0);
      return next === undefined ? { names: drawn, next: null } : { names: drawn.slice(0, at + 1), next };
    },
  };
}
