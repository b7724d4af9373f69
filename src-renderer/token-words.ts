import type { TokenLabel } from "../src-contract/bridge/views.ts";
import { words } from "./words/words.ts";

/** What a token is called in a sentence. */
export const labelInWords = ({ label }: TokenLabel) => label ?? words().token.unnamed;

/** What a token says of its tries after a wrong PIN; null if it says nothing. */
export function sayTriesLeft(tries: "few" | "last" | undefined): string | null {
  return tries === undefined ? null : words().token[tries];
}
