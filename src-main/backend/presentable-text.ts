// Makes foreign texts safe to show: the backend passes on what other people wrote.

/**
 * Format characters and everything else invisible: direction marks and overrides, which make a text read differently from
 * what it says (UAX #9 §2, CVE-2021-42574), zero-width characters, fillers, tags. The two joiners are handled separately.
 */
const unseen = /(?![\u200c\u200d])[\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/gu;
/**
 * Joiners without meaning. They have one between letters of joining scripts and after a virama (RFC 5892, A.1 and A.2), and
 * between emoji, which they combine (UTS #51).
 */
const joining = String.raw`\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mandaic}\p{Script=Nko}\p{Script=Mongolian}\p{Script=Adlam}`;
const viramas = String.raw`\u094d\u09cd\u0a4d\u0acd\u0b4d\u0bcd\u0c4d\u0ccd\u0d4d\u0dca`;
const picture = String.raw`\p{Extended_Pictographic}`;
const joiners = new RegExp(
  String.raw`(?!(?<=(?=\p{L})[${joining}]\p{M}{0,8})\u200c(?=(?=\p{L})[${joining}]))(?!(?<=[${viramas}])[\u200c\u200d](?=\p{L}))(?!(?<=[${picture}\p{Emoji_Modifier}])\u200d(?=${picture}))[\u200c\u200d]`,
  "gu",
);
/** Line ends, tabs and all kinds of spaces. Control characters count too, because removing them would join words. */
const gaps = /[\p{Cc}\p{Z}]+/gu;
const loneSurrogates = /\p{Surrogate}/gu;
/** More marks on one letter than these would cover the lines around it. */
const stackedMarks = /(\p{M}{4})\p{M}+/gu;

/**
 * As many digits as a card number has (ISO/IEC 7812-1: up to 19; no current scheme has fewer than 13), grouped as card
 * numbers are. Digits of every script, and superscript or circled ones, which are `No`.
 */
const cardNumbers = /(?<![\p{Nd}\p{No}])[\p{Nd}\p{No}](?:[ .\p{Pd}]{0,2}[\p{Nd}\p{No}]){12,}/gu;
/** The same, separated by any non-letters. A series of times looks like that too, so only the check digit decides. */
const digitsParted = /(?<![\p{Nd}\p{No}])[\p{Nd}\p{No}](?:[^\p{L}\p{Nd}\p{No}]{0,3}[\p{Nd}\p{No}]){12,}/gu;
/** An IBAN (ISO 13616-1) in print or electronic form; not if more digits follow. */
const ibans = /(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?: ?[A-Z0-9]){11,30}(?!\p{L}|[^\p{L}\p{Nd}\p{No}]{0,3}[\p{Nd}\p{No}])/gu;
/** The first digits of Visa, Mastercard, Maestro, American Express, Diners Club, JCB, Discover and UnionPay. */
const issuers = /^(?:4|5[0-8]|6|3[04-9]|2(?:22[1-9]|2[3-9]|[3-6]|7[01]|720))/;
/** The characters that banks write for hidden digits. */
const masks = "*xX•●∗＊⁎∙·⋅×○■█#";

/**
 * A text on one line, without invisible characters and card numbers, of at most `longest` characters. Letters of every
 * script stay. Idempotent.
 */
export function presentable(text: string, longest: number): string {
  const seen = withoutCardNumbers(withoutUnseen(text));
  const characters = [...seen];
  if (characters.length <= longest) return seen;
  const cut = characters.slice(0, longest - 1).join("");
  // The cut may leave a joiner at the end, or make a card number.
  return withoutCardNumbers(`${withoutUnseen(cut)}…`);
}

/**
 * A card number as it may be shown: at most the first six and the last four digits (PCI DSS 3.4.1); empty if it is not one.
 */
export function presentableCardNumber(text: string): string {
  const seen = withoutUnseen(text);
  if (!new RegExp(String.raw`^[0-9${masks} ./_\p{Pd}]{4,32}$`, "u").test(seen)) return "";
  const digits = seen.replace(/[^0-9]/g, "");
  const isMasked = new RegExp(String.raw`^\d{0,6}[${masks}]+\d{0,6}$|^\d{4}$`, "u").test(
    seen.replace(/[ ./_\p{Pd}]/gu, ""),
  );
  return isMasked && digits.length <= 10 ? seen : `${"*".repeat(12)}${digits.slice(-4)}`;
}

/**
 * Whether an id may be shown. Ids are shown unchanged, because nobody can look up half of one, unless they have the length,
 * check digit and first digits of a card number. Solaris' own ids contain letters.
 */
export function isPresentableId(id: string): boolean {
  const digits = id.replace(/[_.:-]/g, "");
  return !(/^\d{13,19}$/.test(digits) && issuers.test(digits) && hasCheckDigit(digits));
}

function withoutUnseen(text: string): string {
  return text
    .replace(loneSurrogates, "\ufffd")
    .normalize("NFC")
    .replace(gaps, " ")
    .replace(unseen, "")
    .replace(joiners, "")
    .replace(/ {2,}/g, " ")
    .replace(stackedMarks, "$1")
    .trim()
    .normalize("NFC");
}

function withoutCardNumbers(text: string): string {
  const maskEach = (before: string, form: RegExp, isCardNumber: (run: string, at: number) => boolean) => {
    const kept = [...before.matchAll(ibans)].filter(([iban]) => isIban(iban));
    const isKept = (at: number) => kept.some(({ 0: iban, index }) => index <= at && at < index + iban.length);
    return before.replace(form, (run: string, at: number) =>
      !isKept(at) && isCardNumber(run, at) ? maskedToLastFour(run) : run,
    );
  };
  const isApart = (run: string, at: number) =>
    !/\p{L}$/u.test(text.slice(Math.max(0, at - 2), at)) &&
    !/^\p{L}/u.test(text.slice(at + run.length, at + run.length + 2));
  return maskEach(maskEach(text, cardNumbers, isApart), digitsParted, hasCardNumber);
}

/** Whether adjacent groups of these digits form a card number, or one group is longer than any card number. */
function hasCardNumber(run: string): boolean {
  // A digit of another script begins a new group: appended to a card number it would otherwise hide it.
  const groups = (run.match(/\d+|(?:(?!\d)[\p{Nd}\p{No}])+/gu) ?? []).map((group) => [...group].map(digitValue));
  return groups.some((group, first) => {
    if (group.length > 19) return true;
    const digits: number[] = [];
    for (let at = first; at < groups.length && digits.length < 20; at++) {
      digits.push(...(groups[at] ?? []));
      if (digits.length >= 13 && digits.length <= 19 && hasCheckDigit(digits.join(""))) return true;
    }
    return false;
  });
}

/** A digit's value in any script: Unicode orders each script's ten digits from zero (Unicode Standard, 4.6). */
function digitValue(digit: string): number {
  const plain = /\d/.exec(digit.normalize("NFKC"))?.[0];
  if (plain !== undefined) return Number(plain);
  const point = digit.codePointAt(0) ?? 0;
  let zero = point;
  while (/^\p{Nd}$/u.test(String.fromCodePoint(zero - 1))) zero--;
  return (point - zero) % 10;
}

function maskedToLastFour(number: string): string {
  return `****${[...number.replace(/[^\p{Nd}\p{No}]/gu, "")].slice(-4).join("")}`;
}

/** ISO/IEC 7064, MOD 97-10. */
function isIban(text: string): boolean {
  const iban = text.replaceAll(" ", "");
  const digits = [...iban.slice(4), ...iban.slice(0, 4)].map((one) => Number.parseInt(one, 36)).join("");
  return BigInt(digits) % 97n === 1n;
}

/** ISO/IEC 7812-1, annex B ("Luhn"). */
function hasCheckDigit(number: string): boolean {
  const sum = [...number].reverse().reduce((before, digit, at) => {
    const value = Number(digit) * (at % 2 === 0 ? 1 : 2);
    return before + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
