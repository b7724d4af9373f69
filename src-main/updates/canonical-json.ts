/** Deeper than any metadata, and far from where recursion would end the program. */
const DEEPEST = 12;

/**
 * A value as canonical JSON: the bytes that TUF signs (TUF 1.0.31 §4.2.1 names the form of OLPC). Sorted keys, no spaces, and
 * in strings only `"` and `\` escaped. The same bytes as `@tufjs/models` signs.
 * @throws TypeError for what has no one form: numbers that are not whole and exact, lone surrogates, too many levels
 */
export function canonicalJson(value: unknown, levelsLeft = DEEPEST): string {
  if (levelsLeft === 0) throw new TypeError("nested too deeply");
  if (typeof value === "string") return inQuotes(value);
  if (typeof value === "boolean" || value === null) return String(value);
  if (Number.isSafeInteger(value)) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item, levelsLeft - 1)).join(",")}]`;
  if (typeof value !== "object") throw new TypeError("a value without a canonical form");
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, item]) => `${inQuotes(name)}:${canonicalJson(item, levelsLeft - 1)}`).join(",")}}`;
}

function inQuotes(text: string): string {
  if (/\p{Surrogate}/u.test(text)) throw new TypeError("a text without a form in UTF-8");
  return `"${text.replace(/[\\"]/g, "\\$&")}"`;
}
