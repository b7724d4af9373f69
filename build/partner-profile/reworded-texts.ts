import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";

/** The window's words in one language: ICU messages by name, in groups. */
export interface Catalogue {
  readonly [name: string]: string | Catalogue;
}

/** A partner's words: by language, then by the message's place in the catalogue, e.g. `outcome.changed.next`. */
type RewordedTexts = Readonly<Record<string, Readonly<Record<string, string>> | undefined>>;

/**
 * Checks a partner's messages against the window's own: each must replace an existing one, be an ICU message, and use the
 * same values.
 * @param catalogue the English words, the reference for all languages
 * @returns one fault for each message that cannot be shown
 */
export function faultsOfTexts(texts: RewordedTexts, catalogue: Catalogue): readonly string[] {
  const messages = new Map(flatten(catalogue));
  return Object.entries(texts).flatMap(([language, reworded]) =>
    Object.entries(reworded ?? {}).flatMap(([place, message]) => {
      const fault = faultOfText(message, messages.get(place), place, [...messages.keys()]);
      return fault === undefined ? [] : [`texts.${language}["${place}"] ${fault}`];
    }),
  );
}

function faultOfText(message: string, original: string | undefined, place: string, places: readonly string[]) {
  if (original === undefined) return `is no message of the window; ${suggest(place, places)}`;
  const expected = valuesOf(original);
  let found: ReadonlySet<string>;
  try {
    found = valuesOf(message);
  } catch (error) {
    return `is not an ICU message (${(error as Error).message}); write it like the English "${original}"`;
  }
  const missing = [...expected].filter((value) => !found.has(value));
  const extra = [...found].filter((value) => !expected.has(value));
  if (missing.length > 0) return `does without ${inBraces(missing)}; expected it somewhere, as in "${original}"`;
  if (extra.length > 0)
    return `asks for ${inBraces(extra)}, which is not known there; expected ${inBraces([...expected])}`;
  // Any value can be shown plainly, but not formatted as another type.
  const known = formatsIn(parse(original, { ignoreTag: true }));
  const unknown = formatsIn(parse(message, { ignoreTag: true })).find((format) => !known.includes(format));
  if (unknown !== undefined) return `formats a value as ${unknown}, which it is not; write it as in "${original}"`;
  return undefined;
}

/** The values in an ICU message. @throws SyntaxError if it is not one */
function valuesOf(message: string): ReadonlySet<string> {
  return new Set(namesIn(parse(message, { ignoreTag: true })));
}

function namesIn(elements: readonly MessageFormatElement[]): readonly string[] {
  return elements.flatMap((element) => {
    if (element.type === TYPE.literal || element.type === TYPE.pound) return [];
    if (element.type === TYPE.plural || element.type === TYPE.select) {
      return [element.value, ...Object.values(element.options).flatMap(({ value }) => namesIn(value))];
    }
    return [element.value];
  });
}

const formats: Partial<Record<TYPE, string>> = {
  [TYPE.number]: "number",
  [TYPE.date]: "date",
  [TYPE.time]: "time",
  [TYPE.plural]: "plural",
  [TYPE.select]: "select",
};

/** The values that a message formats, in ICU's notation: `{left, plural}`. */
function formatsIn(elements: readonly MessageFormatElement[]): readonly string[] {
  return elements.flatMap((element) => {
    const format = formats[element.type];
    if (format === undefined || !("value" in element)) return [];
    const within =
      element.type === TYPE.plural || element.type === TYPE.select
        ? Object.values(element.options).flatMap(({ value }) => formatsIn(value))
        : [];
    return [`{${element.value}, ${format}}`, ...within];
  });
}

/** The catalogue's messages with their places, e.g. `outcome.changed.next`. */
function flatten(catalogue: Catalogue, before = ""): readonly (readonly [place: string, message: string])[] {
  return Object.entries(catalogue).flatMap(([name, message]) =>
    typeof message === "string" ? [[`${before}${name}`, message] as const] : flatten(message, `${before}${name}.`),
  );
}

/** Suggests places with the same ending: most wrong ones are like `changed.next` for `outcome.changed.next`. */
function suggest(place: string, places: readonly string[]): string {
  const last = place.split(".").at(-1);
  const near = places.filter((one) => one.split(".").at(-1) === last).slice(0, 3);
  const examples = near.length > 0 ? near : places.slice(0, 3);
  return `expected one such as ${examples.map((one) => `"${one}"`).join(", ")}`;
}

const inBraces = (names: readonly string[]) =>
  names.length === 0 ? "none" : names.map((name) => `{${name}}`).join(", ");
