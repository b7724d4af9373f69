import { createAskedLetter } from "./asked-letter.ts";
import { bindByLetter, leaveLetter } from "./bind-by-letter.ts";
import { openLetterNotes } from "./letter-note.ts";

/** All that binding by letter takes (docs/api.md#binding-by-letter). */
export type Letters = ReturnType<typeof openLetters>;

/** @param folder the app's own; created if missing */
export function openLetters({
  folder,
  ...more
}: { readonly folder: string } & Omit<Parameters<typeof createAskedLetter>[0], "notes">) {
  return { ...createAskedLetter({ ...more, notes: openLetterNotes(folder) }), bindByLetter, leaveLetter };
}
