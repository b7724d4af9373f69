// Texts of others as they may be shown: whoever is behind the backend, and whatever it passes on.

/**
 * Format characters and all else that is not to be seen: marks and overrides of direction, which make a text read otherwise
 * than it is (UAX #9 §2, CVE-2021-42574), zero-width characters, fillers, tags.
 */
const unseen = /[\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/gu;
/** Line ends, tabs and the many kinds of spaces; a control character parts words, too, rather than join them. */
const gaps = /[\p{Cc}\p{Z}]+/gu;
const loneSurrogates = /\p{Surrogate}/gu;
/** So many marks on one letter lie over the lines around it. */
const stackedMarks = /(\p{M}{4})\p{M}+/gu;
/** As many digits as a card's number has (ISO/IEC 7812-1: up to 19), in groups or not, whatever their script. */
const cardNumbers = /(?<!\p{Nd})\p{Nd}(?:[ .\p{Pd}]{0,2}\p{Nd}){11,}/gu;

/**
 * A text on one line, without anything that is not seen, without a card's number, and no longer than `longest` characters.
 * Letters stay, in every script. Said twice it is the same.
 */
export function presentable(text: string, longest: number): string {
  const seen = withoutUnseen(text).replace(cardNumbers, maskedToLastFour);
  const characters = [...seen];
  if (characters.length <= longest) return seen;
  return `${characters
    .slice(0, longest - 1)
    .join("")
    .trimEnd()}…`;
}

/** A card's number as it may be shown: at most the first six and the last four digits (PCI DSS 3.4.1); empty for what is none. */
export function presentableCardNumber(text: string): string {
  const seen = withoutUnseen(text);
  if (!/^[0-9*xX•. -]{4,32}$/.test(seen)) return "";
  const digits = seen.replace(/[^0-9]/g, "");
  const isMasked = /^\d{0,6}[*xX•]+\d{0,6}$|^\d{4}$/.test(seen.replace(/[. -]/g, ""));
  return isMasked && digits.length <= 10 ? seen : `${"*".repeat(12)}${digits.slice(-4)}`;
}

/** An id that support can look up, which may have many digits. Only what also has a card number's check digit is taken for one. */
export function presentableId(id: string): string {
  return /^\d{12,19}$/.test(id) && hasCheckDigit(id) ? maskedToLastFour(id) : id;
}

function withoutUnseen(text: string): string {
  return text
    .replace(loneSurrogates, "\ufffd")
    .normalize("NFC")
    .replace(gaps, " ")
    .replace(unseen, "")
    .replace(/ {2,}/g, " ")
    .replace(stackedMarks, "$1")
    .trim()
    .normalize("NFC");
}

function maskedToLastFour(number: string): string {
  return `****${[...number.replace(/[^\p{Nd}]/gu, "")].slice(-4).join("")}`;
}

/** ISO/IEC 7812-1, annex B ("Luhn"). */
function hasCheckDigit(number: string): boolean {
  const sum = [...number].reverse().reduce((before, digit, at) => {
    const value = Number(digit) * (at % 2 === 0 ? 1 : 2);
    return before + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
