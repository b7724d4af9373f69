import { type MessageFormatElement, parse } from "@formatjs/icu-messageformat-parser";
import type { Plugin } from "vite";
import type { Language } from "../../src-contract/rules/languages.ts";
import { de } from "../../src-renderer/words/de.ts";
import { dePanels } from "../../src-renderer/words/de-panels.ts";
import { en } from "../../src-renderer/words/en.ts";
import { enPanels } from "../../src-renderer/words/en-panels.ts";
import { es } from "../../src-renderer/words/es.ts";
import { esPanels } from "../../src-renderer/words/es-panels.ts";
import { fr } from "../../src-renderer/words/fr.ts";
import { frPanels } from "../../src-renderer/words/fr-panels.ts";
import { it } from "../../src-renderer/words/it.ts";
import { itPanels } from "../../src-renderer/words/it-panels.ts";
import type { Catalogue } from "../../src-renderer/words/messages.ts";
import { reword } from "../../src-renderer/words/reword.ts";

/** By the file that has them: of the screens, and of the panels. */
const catalogues: Readonly<Record<string, Catalogue>> = {
  de,
  en,
  es,
  fr,
  it,
  dePanels,
  enPanels,
  esPanels,
  frPanels,
  itPanels,
};

/** A catalogue whose messages are parsed where that is needed. */
interface ParsedCatalogue {
  readonly [name: string]: string | readonly MessageFormatElement[] | ParsedCatalogue;
}

/**
 * Puts a partner's words in the place of ours and parses all of them while a release is built. The parser is then not in the
 * window, which is an eighth of what it would load otherwise.
 * @param texts the profile's, checked
 */
export function parsedWords(texts: Partial<Record<Language, Readonly<Record<string, string>>>>): Plugin {
  const inWords = /\/src-renderer\/words\/([a-z]{2})(-panels)?\.ts$/;
  const withoutParser = "@formatjs/icu-messageformat-parser/no-parser.js";
  return {
    name: "cardbound:parsed-words",
    enforce: "pre",
    resolveId(id, importer) {
      const isParser = id === "@formatjs/icu-messageformat-parser";
      return isParser ? this.resolve(withoutParser, importer) : undefined;
    },
    load(id) {
      const [, language, ofPanels] = inWords.exec(id) ?? [];
      if (language === undefined) return undefined;
      const name = `${language}${ofPanels === undefined ? "" : "Panels"}`;
      const parsed = parseMessages(reword(catalogues[name] as Catalogue, texts[language as Language] ?? {}));
      // As text: Chromium reads JSON faster than objects written in a program.
      return `export const ${name} = JSON.parse(${JSON.stringify(JSON.stringify(parsed))});`;
    },
  };
}

/** Leaves what is shown as it is written. An apostrophe is ICU's quoting character. @throws SyntaxError */
function parseMessages(catalogue: Catalogue): ParsedCatalogue {
  const parsed = Object.entries(catalogue).map(([name, message]) => {
    if (typeof message !== "string") return [name, parseMessages(message)] as const;
    return [name, /[{']/.test(message) ? parse(message, { ignoreTag: true }) : message] as const;
  });
  return Object.fromEntries(parsed);
}
