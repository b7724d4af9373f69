import type { LazyText } from "../words/lazy-text.ts";
import type { SecretBytes } from "./secret-bytes.ts";
import type { SecretKind } from "./secret-kinds.ts";

export const BULLET = "•";

/** An edit caught before it happens: its `beforeinput` event, and whether text was selected. */
export interface Edit {
  readonly inputType: string;
  readonly data: string | null;
  readonly selected: boolean;
}

/** Applies to the bytes the edit that was meant for the field. @returns the reason, if it was refused */
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
      // Any other deletion (a word, a line, forwards) clears all, because the cardholder cannot see which part it means.
      if (inputType.startsWith("delete")) secret.clear();
      return null;
  }
}

/** Takes over text that got into the field: bullets stand for the existing bytes, the rest is new. */
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

/**
 * An `insertText` of several characters counts as that many edits: on-screen keyboards, dictation and tests type like that.
 */
function addAll(secret: SecretBytes, kind: SecretKind, text: string): LazyText | null {
  for (const character of text) {
    const code = plainCode(kind, character);
    if (!kind.accepts(code)) return kind.refused;
    if (!secret.add(code)) return () => kind.full(secret.capacity);
  }
  return null;
}

/**
 * Pasted text replaces the whole entry: the cardholder cannot see what it would be appended to, and pasting twice must not
 * double it. It is taken completely or not at all, because half would look like all. A trailing line break is dropped.
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
