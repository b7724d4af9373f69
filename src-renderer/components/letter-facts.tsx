import { momentOf } from "../moment.ts";
import type { Letter } from "../which-letter-screen.ts";
import { words } from "../words/words.ts";
import { Facts } from "./facts.tsx";

/** When a letter was asked for, and until when its code counts, as far as is known. */
export function LetterFacts({ letter }: { readonly letter: Letter }) {
  const { askedFor, countsUntil, countedUntil } = words().letter;
  const moment = (at: string | null) => at && momentOf(new Date(at));
  return (
    <Facts
      rows={[
        [askedFor, moment(letter.requestedAt)],
        [
          letter.ended === "expired" ? countedUntil : countsUntil,
          letter.ended === "early" ? null : moment(letter.countsUntil),
        ],
      ]}
    />
  );
}
