/** Deeper than any answer that is documented, and shallow enough for whoever reads it by recursion. */
const DEEPEST = 64;

/**
 * Whether a JSON text means one thing only. An object with the same name twice does not (RFC 8259 §4): one reader takes the
 * first, another the last. And what is nested without end is nobody's answer.
 * @param value what the text was parsed to
 */
export function isPlainJson(text: string, value: unknown): boolean {
  let written = 0;
  // A text of JSON's, and the colon that makes it a name.
  for (const [, colon] of text.matchAll(/"(?:[^"\\]|\\.)*"\s*(:)?/g)) if (colon !== undefined) written += 1;
  return written === countNames(value);
}

/** How many names all objects of a value have; NaN where it is nested too deep. */
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
