import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";
import { printAST } from "@formatjs/icu-messageformat-parser/printer.js";
import type { Catalogue, Translation } from "./messages.ts";

/**
 * Two pseudo-languages for tests (named as in CLDR). `en-XA` is English with accents and a third longer: it exposes texts
 * outside the catalogue and boxes that are too small. `ar-XB` is English from right to left.
 */
export const pseudoLanguages = ["en-XA", "ar-XB"] as const;
export type PseudoLanguage = (typeof pseudoLanguages)[number];

const plain = "aceinosuyzACEINOSUYZ";
const accented = "áçéïñöšûýžÅÇÉÎÑØŠÛÝŽ";
const filler = "one two three four five six seven eight nine ten eleven twelve".split(" ");

/** Translates a catalogue into a pseudo-language. */
export function translatePseudo<C extends Catalogue>(catalogue: C, language: PseudoLanguage): Translation<C> {
  const translated = Object.entries(catalogue).map(([name, message]) => [
    name,
    typeof message === "string" ? translators[language](message) : translatePseudo(message, language),
  ]);
  return Object.fromEntries(translated);
}

const translators: Record<PseudoLanguage, (message: string) => string> = {
  "en-XA": (message) => {
    const longer = filler.slice(0, Math.ceil(message.split(/\s+/).length / 3)).join(" ");
    return `[${changeTexts(message, (text) => text.replace(/[a-z]/gi, withAccent))} ${longer}]`;
  },
  "ar-XB": (message) => changeTexts(message, (text) => text.replace(/[\p{L}\p{N}]+/gu, "\u202e$&\u202c")),
};

const withAccent = (letter: string) => accented[plain.indexOf(letter)] ?? letter;

/** Changes the text, but not placeholders and selectors. */
function changeTexts(message: string, change: (text: string) => string): string {
  const changeAll = (elements: readonly MessageFormatElement[]): MessageFormatElement[] =>
    elements.map((element) => {
      if (element.type === TYPE.literal) return { ...element, value: change(element.value) };
      if (element.type !== TYPE.plural && element.type !== TYPE.select) return element;
      const options = Object.entries(element.options).map(([name, { value }]) => [name, { value: changeAll(value) }]);
      return { ...element, options: Object.fromEntries(options) };
    });
  return printAST(changeAll(parse(message, { ignoreTag: true })));
}
