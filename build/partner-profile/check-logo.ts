/**
 * The elements that a drawing needs. No scripts, style sheets, animation, foreign markup, images or text (its font may be
 * missing).
 */
const elements = new Set(
  "svg g defs symbol use title desc path rect circle ellipse line polyline polygon clipPath mask linearGradient radialGradient stop".split(
    " ",
  ),
);
const namespaces: Readonly<Record<string, string>> = {
  xmlns: "http://www.w3.org/2000/svg",
  "xmlns:xlink": "http://www.w3.org/1999/xlink",
};
const largest = 32 * 1024;

const declaration = /^\uFEFF?(?:<\?xml\s[^?<>]*\?>)?/;
/** The next comment, end tag, start tag with its attributes, or text. Anything else is malformed XML or not allowed. */
const token =
  /<!--(?:(?!--)[\s\S])*-->|<\/(?<end>[A-Za-z]+)\s*>|<(?<start>[A-Za-z]+)(?<attributes>(?:\s+[A-Za-z][\w:.-]*\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(?<empty>\/?)>|(?<text>[^<]+)/y;
const attribute = /\s([A-Za-z][\w:.-]*)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
/** A reference other than to XML's own five characters could hide what the rules below look for. */
const reference = /&(?!(?:amp|lt|gt|quot|apos);)/;

/**
 * Checks that a logo is only a drawing. It is shown as an image, in which Chromium runs and loads nothing anyway, but a
 * banking app should not contain files that could do more.
 * @returns what is wrong and what to do, or undefined
 */
export function faultOfLogo(svg: string): string | undefined {
  if (Buffer.byteLength(svg) > largest) {
    return `has ${Buffer.byteLength(svg)} bytes; expected ${largest} at most: simplify its paths`;
  }
  const open: string[] = [];
  let drawings = 0;
  token.lastIndex = declaration.exec(svg)?.[0].length ?? 0;
  while (token.lastIndex < svg.length) {
    const { lastIndex } = token;
    const found = token.exec(svg)?.groups;
    if (found === undefined) {
      const here = JSON.stringify(svg.slice(lastIndex, lastIndex + 30));
      return `cannot be read at ${here}; expected plain SVG without DOCTYPE, CDATA and processing instructions`;
    }
    const { start, end, attributes = "", text } = found;
    if (text !== undefined) {
      const fault = faultOfText(text, open.at(-1));
      if (fault !== undefined) return fault;
    }
    if (end !== undefined && open.pop() !== end) return `has a </${end}> in the wrong place; expected well-formed XML`;
    if (start === undefined) continue;
    if (open.length === 0 && (start !== "svg" || ++drawings > 1)) return "is not one <svg> element; expected just that";
    const fault = faultOfElement(start, attributes);
    if (fault !== undefined) return fault;
    if (found.empty === "") open.push(start);
  }
  if (drawings === 0 || open.length > 0) return "ends too early; expected one whole <svg> element";
  return undefined;
}

function faultOfText(text: string, inside: string | undefined): string | undefined {
  if (text.trim() === "") return undefined;
  if ((inside === "title" || inside === "desc") && !reference.test(text)) return undefined;
  return "has text outside of <title> and <desc>; expected text drawn as paths";
}

function faultOfElement(name: string, attributes: string): string | undefined {
  if (!elements.has(name)) return `has a <${name}>; expected shapes only (${[...elements].join(", ")})`;
  const found = new Map([...attributes.matchAll(attribute)].map(([, key = "", a, b]) => [key, a ?? b ?? ""]));
  if (name === "svg" && found.get("xmlns") !== namespaces.xmlns) {
    return `has an <svg> without its namespace; expected xmlns="${namespaces.xmlns}"`;
  }
  for (const [key, value] of found) {
    const fault = faultOfAttribute(key, value);
    if (fault !== undefined) return `has ${key}="${value.slice(0, 40)}" in a <${name}>; ${fault}`;
  }
  return undefined;
}

function faultOfAttribute(name: string, value: string): string | undefined {
  if (name in namespaces) return value === namespaces[name] ? undefined : `expected "${namespaces[name]}"`;
  if (/^on/i.test(name)) return "expected no event attributes: a logo does nothing";
  if (name === "style") return 'expected presentation attributes instead, such as fill="#1b4f8f"';
  if (name.includes(":") && name !== "xlink:href" && name !== "xml:space") {
    return "expected SVG's own attributes only: export the drawing as plain SVG";
  }
  if (/(?:^|:)href$/.test(name)) return value.startsWith("#") ? undefined : "expected a # and an id in the same file";
  if (/[:\\@]|\/\/|url\((?!#)/i.test(value) || reference.test(value)) {
    return "expected no addresses and nothing escaped: a logo loads nothing";
  }
  return undefined;
}
