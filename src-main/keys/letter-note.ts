import path from "node:path";
import { z } from "zod";
import { instant } from "../../src-contract/api/identifiers.ts";
import { removeFile, writeDurably } from "../files/durable-file.ts";
import { readSmallFile } from "../files/small-file.ts";

/** All that is kept of a letter: that it was asked for, when, and until when its code counts. Null where that is not known. */
const letterNote = z.strictObject({
  version: z.literal(1),
  requested_at: instant.nullable(),
  expires_at: instant.nullable(),
});
export type LetterNote = Omit<z.infer<typeof letterNote>, "version">;

/**
 * A small file for each customer who has asked for a letter, so that the next start says so before anybody is asked. The bank
 * knows it, too: where the file cannot be read or written, nothing is lost but that.
 */
export type LetterNotes = ReturnType<typeof openLetterNotes>;

/** @param folder the app's own; created if missing */
export function openLetterNotes(folder: string) {
  const fileOf = (scope: string) => path.join(folder, `${scope}.json`);
  return {
    /** Null if there is none that can be read. */
    read(scope: string): LetterNote | null {
      try {
        const { version: _, ...note } = letterNote.parse(JSON.parse(readSmallFile(fileOf(scope))));
        return note;
      } catch {
        return null;
      }
    },
    /** @param note null: removes it */
    async write(scope: string, note: LetterNote | null): Promise<void> {
      const text = note && JSON.stringify(letterNote.parse({ version: 1, ...note }));
      await (text === null ? removeFile(fileOf(scope)) : writeDurably(fileOf(scope), text)).catch(() => undefined);
    },
  };
}
