import type { LazyText } from "../words/lazy-text.ts";
import type { SecretBytes } from "./secret-bytes.ts";
import type { SecretKind } from "./secret-kinds.ts";

export const BULLET = "•";

/** A change that was caught before it happened: `beforeinput`, and whether something was selected. */
export interface Edit {
  readonly inputType: string;
  readonly data: string | null;
  readonly selected: boolean;
}

/** Does to the bytes what was about to be done to the field. @returns a word why, where something was refused */
export function applyEdit(secret: SecretBytes, kind: SecretKind, { inputType, data, selected }: Edit): LazyText | null {
  switch (inputType) {
    case "insertText":
      if (selected) secret.clear();
      return addAll(secret, kind, data ?? "");
    case "deleteContentBackward":
      if (selected) secret.clear();
      else secret.removeLast();
      return null;
    case "insertFromPaste":
    case "insertFromDrop":
      return kind.noPaste ?? replaceBy(secret, kind, data ?? "");
    default:
      // Every other way to delete (a word, a line, forwards) clears all: nobody can see which part is meant.
      if (inputType.startsWith("delete")) secret.clear();
      return null;
  }
}

/** Takes over a text that got into the field: its bullets stand for the bytes before, the rest is new. */
export function takeOverText(secret: SecretBytes, kind: SecretKind, text: string): LazyText | null {
  let refusal: LazyText | null = null;
  secret.read((before) => {
    secret.clear();
    let bullets = 0;
    for (const character of text) {
      if (character === BULLET) {
        const kept = before[bullets++];
        if (kept !== undefined) secret.add(kept);
      } else {
        refusal = addAll(secret, kind, character) ?? refusal;
      }
    }
    return null;
  });
  return refusal;
}

/** An `insertText` of several characters counts as that many: on-screen keyboards, dictation and tests type so. */
function addAll(secret: SecretBytes, kind: SecretKind, text: string): LazyText | null {
  for (const character of text) {
    const code = plainCode(kind, character);
    if (!kind.accepts(code)) return kind.refused;
    if (!secret.add(code)) return () => kind.full(secret.capacity);
  }
  return null;
}

/**
 * What is pasted is the whole entry: nobody can see what it would come to stand behind, and a second paste must not double
 * the first. All of it or nothing: half of it would look like all of it. A line break at its end is not meant.
 */
function replaceBy(secret: SecretBytes, kind: SecretKind, pasted: string): LazyText | null {
  const text = pasted.replace(/[\r\n]+$/, "");
  let count = 0;
  for (const character of text) {
    if (!kind.accepts(plainCode(kind, character))) return kind.refused;
    count++;
  }
  if (count > secret.capacity) return () => kind.full(secret.capacity);
  if (count > 0) secret.clear();
  return addAll(secret, kind, text);
}

function plainCode(kind: SecretKind, character: string): number {
  const code = character.codePointAt(0) ?? 0;
  return kind.plain?.(code) ?? code;
}
