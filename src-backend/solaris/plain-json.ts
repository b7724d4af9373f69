/** Deeper than any documented answer, and shallow enough for recursive readers. */
const DEEPEST = 64;

/**
 * Whether a JSON text is unambiguous. An object with a duplicate name is not (RFC 8259 §4): some readers take the first,
 * others the last. Endless nesting is refused too.
 * @param value what the text was parsed to
 */
export function isPlainJson(text: string, value: unknown): boolean {
  let written = 0;
  // A JSON string, and the colon that makes it a name.
  for (const [, colon] of text.matchAll(/"(?:[^"\\]|\\.)*"\s*(:)?/g)) if (colon !== undefined) written += 1;
  return written === countNames(value);
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
