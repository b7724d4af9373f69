import { CODE_LENGTH } from "../../src-contract/rules/code.ts";
import { withAsciiDigits } from "./digit-value.ts";

/** Digits in groups, as messages write them: one blank or one hyphen between two of them. A new line begins a new number. */
const number = /\d+(?:[\p{Zs}\t\p{Pd}\u2212]\d+)*/gu;

/** The code that a message tells, or why none can be told from the rest of it. */
type CodeInMessage = { readonly code: string } | { readonly fault: "none" | "several" };

/**
 * Finds the one-time code in a message that was pasted as a whole: its only number of exactly six digits, of whatever
 * script and however grouped ("212 212"). The same number twice is one. Where there are two, nobody can tell which is meant.
 */
export function findCode(message: string): CodeInMessage {
  // Marks that are not seen stand around numbers in messages that are written from right to left.
  const text = withAsciiDigits(message.replace(/\p{Cf}/gu, ""));
  const found = new Set<string>();
  for (const { 0: written, index } of text.matchAll(number)) {
    if (isPartOfMore(text, index, index + written.length)) continue;
    for (const digits of readings(written, text[index - 1])) found.add(digits);
  }
  const [code] = found;
  if (code === undefined) return { fault: "none" };
  return found.size > 1 ? { fault: "several" } : { code };
}

/** The digits of what was entered by hand, and whether anything else was among them that is no grouping. */
export function digitsOf(entered: string): { readonly digits: string; readonly hasOther: boolean } {
  const text = withAsciiDigits(entered);
  return { digits: text.replace(/\D/g, ""), hasOther: /[^\d\s\p{Pd}\p{Cf}\u2212]/u.test(text) };
}

/** What of a number may be a code: all of it, or one group of it with something else behind or before ("212212 5 minutes"). */
function readings(written: string, before: string | undefined): string[] {
  const groups = written.match(/\d+/g) ?? [];
  const whole = groups.join("");
  if (whole.length <= CODE_LENGTH) return whole.length === CODE_LENGTH ? [whole] : [];
  const first = groups[0] ?? "";
  const isTelephone = before === "+" || (first.startsWith("0") && first.length < CODE_LENGTH);
  return isTelephone ? [] : groups.filter(({ length }) => length === CODE_LENGTH);
}

/** Whether a number goes on beyond a decimal point, or beyond the marks that hide the rest of a card's number. */
function isPartOfMore(text: string, start: number, end: number): boolean {
  return (
    /(?:\d[.,]|[*•])$/.test(text.slice(Math.max(0, start - 2), start)) ||
    /^(?:[.,]\d|[*•])/.test(text.slice(end, end + 2))
  );
}
