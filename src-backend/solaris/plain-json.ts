/** Deeper than any documented answer, and shallow enough for recursive readers. */
const DEEPEST = 64;

/**
 * Whether a JSON text is unambiguous. An object with a duplicate name is not (RFC 8259 §4): some readers take the first,
 * others the last. Endless nesting is refused too.
 * @param value what the text was parsed to
 */
export function isPlainJson(text: string, value: unknown): boolean {
  return countWrittenNames(text) === countNames(value);
}

/** The number of strings before a colon in a valid JSON text. By hand, because a regular expression makes an array of each. */
function countWrittenNames(text: string): number {
  let names = 0;
  for (let from = text.indexOf('"'); from >= 0; ) {
    let end = text.indexOf('"', from + 1);
    while (end >= 0 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
    if (end < 0) return Number.NaN; // no JSON
    let next = end + 1;
    while (isSpace(text.charCodeAt(next))) next += 1;
    if (text[next] === ":") names += 1;
    from = text.indexOf('"', next);
  }
  return names;
}

/** Whether an odd number of backslashes stands before it. */
function isEscaped(text: string, at: number): boolean {
  let before = at;
  while (text[before - 1] === "\\") before -= 1;
  return (at - before) % 2 === 1;
}

/** RFC 8259 §2: space, tab and the two ends of a line. */
function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x0a || code === 0x0d;
}

/** The number of names in all objects of a value; NaN if it is nested too deeply. */
function countNames(value: unknown): number {
  let names = 0;
  const open: { value: unknown; depth: number }[] = [{ value, depth: 0 }];
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    if (typeof one.value !== "object" || one.value === null) continue;
    if (one.depth === DEEPEST) return Number.NaN;
    const inner = Object.values(one.value);
    if (!Array.isArray(one.value)) names += inner.length;
    for (const each of inner) open.push({ value: each, depth: one.depth + 1 });
  }
  return names;
}
