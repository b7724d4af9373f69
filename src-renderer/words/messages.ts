import { isArgumentElement, isLiteralElement, type MessageFormatElement } from "@formatjs/icu-messageformat-parser";
import { IntlMessageFormat } from "intl-messageformat";
import type { Placeholders } from "./placeholders.ts";

/** Messages in ICU MessageFormat by name, in groups. */
export interface Catalogue {
  readonly [name: string]: string | Catalogue;
}

/** The same messages in another language: exactly the same names. */
export type Translation<C extends Catalogue> = {
  readonly [Name in keyof C]: C[Name] extends Catalogue ? Translation<C[Name]> : string;
};

export type MessageValue = string | number | Date;

/** Messages ready to show: a text, or a function if a message needs values. */
export type Spoken<C extends Catalogue> = {
  readonly [Name in keyof C]: C[Name] extends string
    ? [Placeholders<C[Name]>] extends [never]
      ? string
      : (values: { readonly [Value in Placeholders<C[Name]> & string]: MessageValue }) => string
    : C[Name] extends Catalogue
      ? Spoken<C[Name]>
      : never;
};

/** As written, or as a release's build has parsed it (build/partner-profile/parsed-words.ts). */
type Message = string | MessageFormatElement[];
interface Messages {
  readonly [name: string]: Message | Messages;
}

/**
 * Prepares a catalogue's messages for showing.
 * @param locale BCP 47, for plurals, numbers and dates
 * @throws SyntaxError if a message is not in ICU MessageFormat
 */
export function speakCatalogue<C extends Catalogue>(catalogue: Translation<C>, locale: string): Spoken<C> {
  return speakAll(catalogue as Messages, locale) as Spoken<C>;
}

function speakAll(messages: Messages, locale: string): object {
  const spoken = Object.entries(messages).map(([name, message]) => [
    name,
    typeof message === "string" || Array.isArray(message)
      ? speakMessage(message, locale)
      : speakAll(message as Messages, locale),
  ]);
  return Object.fromEntries(spoken);
}

type Say = (values: Record<string, MessageValue>) => string;

function speakMessage(message: Message, locale: string): string | Say {
  if (typeof message === "string" && !/[{']/.test(message)) return message;
  // Our texts are never markup; with tags, "<" would need escaping.
  const read = (text: Message) => new IntlMessageFormat(text, locale, undefined, { ignoreTag: true });
  // Also reads messages without values, because an apostrophe is ICU's quoting character.
  const elements = typeof message === "string" ? read(message).getAst() : message;
  return elements.every(isLiteralElement) ? (join(elements, {}) ?? "") : speakElements(elements, () => read(elements));
}

/**
 * @param read called once, and only for what counts, chooses or formats: it has Chromium list all locales that it knows, a fifth of what the
 *   first screen took (docs/performance.md#start)
 */
function speakElements(elements: MessageFormatElement[], read: () => IntlMessageFormat): Say {
  let format: IntlMessageFormat | null = null;
  return (values) => {
    const isolated = isolateAll(values);
    const joined = join(elements, isolated);
    if (joined !== null) return joined;
    format ??= read();
    return String(format.format(isolated));
  };
}

/** The text of what only puts words and numbers between words; null for anything else. */
function join(elements: readonly MessageFormatElement[], values: Record<string, MessageValue>): string | null {
  let text = "";
  for (const element of elements) {
    const part = isArgumentElement(element) ? values[element.value] : isLiteralElement(element) ? element.value : null;
    if (typeof part !== "string" && typeof part !== "number") return null;
    text += part;
  }
  return text;
}

/** Hebrew, Arabic and other right-to-left scripts (Unicode's DerivedBidiClass.txt, R and AL). */
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** Keeps a right-to-left name from reordering the sentence around it (UAX #9 §2.4.2: FSI … PDI). */
function isolateAll(values: Record<string, MessageValue>): Record<string, MessageValue> {
  const isolated = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === "string" && rightToLeft.test(value) ? `\u2068${value}\u2069` : value,
  ]);
  return Object.fromEntries(isolated);
}
