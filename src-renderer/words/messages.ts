import { IntlMessageFormat } from "intl-messageformat";
import type { Placeholders } from "./placeholders.ts";

/** Messages in ICU MessageFormat under their names, in groups. */
export interface Catalogue {
  readonly [name: string]: string | Catalogue;
}

/** The same messages in another language: every name, and no other. */
export type Translation<C extends Catalogue> = {
  readonly [Name in keyof C]: C[Name] extends Catalogue ? Translation<C[Name]> : string;
};

export type MessageValue = string | number | Date;

/** Messages ready to be shown: a text, or a function where a message asks for values. */
export type Spoken<C extends Catalogue> = {
  readonly [Name in keyof C]: C[Name] extends string
    ? [Placeholders<C[Name]>] extends [never]
      ? string
      : (values: { readonly [Value in Placeholders<C[Name]> & string]: MessageValue }) => string
    : C[Name] extends Catalogue
      ? Spoken<C[Name]>
      : never;
};

/**
 * Makes a catalogue's messages ready to be shown.
 * @param locale BCP 47, for plurals, numbers and dates
 * @throws SyntaxError where a message is not in ICU MessageFormat
 */
export function speakCatalogue<C extends Catalogue>(catalogue: Translation<C>, locale: string): Spoken<C> {
  return speakAll(catalogue as Catalogue, locale) as Spoken<C>;
}

function speakAll(catalogue: Catalogue, locale: string): object {
  const spoken = Object.entries(catalogue).map(([name, message]) => [
    name,
    typeof message === "string" ? speakMessage(message, locale) : speakAll(message, locale),
  ]);
  return Object.fromEntries(spoken);
}

function speakMessage(message: string, locale: string): string | ((values: Record<string, MessageValue>) => string) {
  if (!/[{']/.test(message)) return message;
  // Texts of ours, never markup: with tags read, a "<" would have to be escaped.
  const format = new IntlMessageFormat(message, locale, undefined, { ignoreTag: true });
  // An apostrophe is ICU's sign for quoting, with values or without.
  return message.includes("{") ? (values) => String(format.format(isolateAll(values))) : String(format.format());
}

/** Hebrew, Arabic and the others that are written from right to left (Unicode's DerivedBidiClass.txt, R and AL). */
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** Keeps a name that is written from right to left from turning the sentence around it (UAX #9 §2.4.2: FSI … PDI). */
function isolateAll(values: Record<string, MessageValue>): Record<string, MessageValue> {
  const isolated = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === "string" && rightToLeft.test(value) ? `\u2068${value}\u2069` : value,
  ]);
  return Object.fromEntries(isolated);
}
