// Makes texts from elsewhere fit to be shown: the backend passes on what other people have written.

/**
 * Format characters and all else that is not to be seen: marks and overrides of direction, which make a text read otherwise
 * than it is (UAX #9 §2, CVE-2021-42574), zero-width characters, fillers, tags. The two joiners are looked at apart.
 */
const unseen = /(?![\u200c\u200d])[\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/gu;
/**
 * Joiners that spell nothing. They do between letters of scripts that join, and behind the sign that takes a letter's vowel away
 * (RFC 5892, A.1 and A.2); and between pictures, which they make one (UTS #51).
 */
const joining = String.raw`\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mandaic}\p{Script=Nko}\p{Script=Mongolian}\p{Script=Adlam}`;
const viramas = String.raw`\u094d\u09cd\u0a4d\u0acd\u0b4d\u0bcd\u0c4d\u0ccd\u0d4d\u0dca`;
const picture = String.raw`\p{Extended_Pictographic}`;
const joiners = new RegExp(
  String.raw`(?!(?<=(?=\p{L})[${joining}]\p{M}{0,8})\u200c(?=(?=\p{L})[${joining}]))(?!(?<=[${viramas}])[\u200c\u200d](?=\p{L}))(?!(?<=[${picture}\p{Emoji_Modifier}])\u200d(?=${picture}))[\u200c\u200d]`,
  "gu",
);
/** Line ends, tabs and the many kinds of spaces; a control character parts words, too, rather than join them. */
const gaps = /[\p{Cc}\p{Z}]+/gu;
const loneSurrogates = /\p{Surrogate}/gu;
/** So many marks on one letter lie over the lines around it. */
const stackedMarks = /(\p{M}{4})\p{M}+/gu;

/**
 * As many digits as a card's number has (ISO/IEC 7812-1: up to 19; no scheme of today has fewer than 13), parted as card
 * numbers are written. Digits of every script, and raised or circled ones, which are `No`.
 */
const cardNumbers = /(?<![\p{Nd}\p{No}])[\p{Nd}\p{No}](?:[ .\p{Pd}]{0,2}[\p{Nd}\p{No}]){12,}/gu;
/** The same, parted by whatever is no letter: a time of day is, too. Only a check digit tells. */
const digitsParted = /(?<![\p{Nd}\p{No}])[\p{Nd}\p{No}](?:[^\p{L}\p{Nd}\p{No}]{0,3}[\p{Nd}\p{No}]){12,}/gu;
/** ISO 13616-1, in print or in electronic form; what goes on in digits is none. */
const ibans = /(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?: ?[A-Z0-9]){11,30}(?!\p{L}|[^\p{L}\p{Nd}\p{No}]{0,3}[\p{Nd}\p{No}])/gu;
/** The first digits of Visa, Mastercard, Maestro, American Express, Diners Club, JCB, Discover and UnionPay. */
const issuers = /^(?:4|5[0-8]|6|3[04-9]|2(?:22[1-9]|2[3-9]|[3-6]|7[01]|720))/;
/** What banks write for a digit that is not shown. */
const masks = "*xX•●∗＊⁎∙·⋅×○■█#";

/**
 * A text on one line, without anything that is not seen, without a card's number, and no longer than `longest` characters.
 * Letters stay, in every script. Said twice it is the same.
 */
export function presentable(text: string, longest: number): string {
  const seen = withoutCardNumbers(withoutUnseen(text));
  const characters = [...seen];
  if (characters.length <= longest) return seen;
  const cut = characters.slice(0, longest - 1).join("");
  // What was cut may end in a joiner that joins nothing, or be a card's number now.
  return withoutCardNumbers(`${withoutUnseen(cut)}…`);
}

/** A card's number as it may be shown: at most the first six and the last four digits (PCI DSS 3.4.1); empty for what is none. */
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
 * Whether an id may be shown. It is shown as it is, because nobody can look up half of one; what has a card number's length,
 * check digit and first digits is not shown at all. Solaris' own ids have letters.
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

/** Whether some of these groups of digits, side by side, are a card's number together, or one has room for a card's and more. */
function hasCardNumber(run: string): boolean {
  // Digits of another script begin a group, too: one behind a card's number would hide it.
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

/** A digit's value, whatever its script: each has its ten in a row, from nought (Unicode Standard, 4.6). */
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
