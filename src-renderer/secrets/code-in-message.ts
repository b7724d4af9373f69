import { CODE_LENGTH } from "../../src-contract/rules/code.ts";
import { withAsciiDigits } from "./digit-value.ts";

/** Groups of digits as messages write them, with one blank or hyphen between groups. A new line begins a new number. */
const number = /\d+(?:[\p{Zs}\t\p{Pd}\u2212]\d+)*/gu;

/** The code in a message, or why it is not clear. */
type CodeInMessage = { readonly code: string } | { readonly fault: "none" | "several" };

/**
 * Finds the one-time code in a message that was pasted as a whole: its only number of exactly six digits, in any script and
 * grouping ("212 212"). The same number twice counts once; two different ones are ambiguous.
 */
export function findCode(message: string): CodeInMessage {
  // Right-to-left messages have invisible marks around numbers.
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

/** The digits of a typed entry, and whether it contained anything other than digits and grouping. */
export function digitsOf(entered: string): { readonly digits: string; readonly hasOther: boolean } {
  const text = withAsciiDigits(entered);
  return { digits: text.replace(/\D/g, ""), hasOther: /[^\d\s\p{Pd}\p{Cf}\u2212]/u.test(text) };
}

/**
 * The parts of a number that may be a code: all of it, or one group with something else before or after it ("212212 5
 * minutes").
 */
function readings(written: string, before: string | undefined): string[] {
  const groups = written.match(/\d+/g) ?? [];
  const whole = groups.join("");
  if (whole.length <= CODE_LENGTH) return whole.length === CODE_LENGTH ? [whole] : [];
  const first = groups[0] ?? "";
  const isTelephone = before === "+" || (first.startsWith("0") && first.length < CODE_LENGTH);
  return isTelephone ? [] : groups.filter(({ length }) => length === CODE_LENGTH);
}

/** Whether a number continues after a decimal point, or after the characters that mask a card number. */
function isPartOfMore(text: string, start: number, end: number): boolean {
  return (
    /(?:\d[.,]|[*•])$/.test(text.slice(Math.max(0, start - 2), start)) ||
    /^(?:[.,]\d|[*•])/.test(text.slice(end, end + 2))
  );
}
