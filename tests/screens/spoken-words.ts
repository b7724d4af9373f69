import type { Language } from "../../src-contract/rules/languages.ts";
import { de } from "../../src-renderer/words/de.ts";
import { en } from "../../src-renderer/words/en.ts";
import { es } from "../../src-renderer/words/es.ts";
import { fr } from "../../src-renderer/words/fr.ts";
import { it } from "../../src-renderer/words/it.ts";
import { speakCatalogue } from "../../src-renderer/words/messages.ts";
import { translatePseudo } from "../../src-renderer/words/pseudo.ts";
import type { WindowTexts } from "../../src-renderer/words/window-texts.ts";
import type { SpokenLanguage, Words } from "../../src-renderer/words/words.ts";

const catalogues: Record<Language, WindowTexts> = { de, en, es, fr, it };

/** Prepared languages: preparing one takes as long as a scene's reload. */
const spoken = new Map<SpokenLanguage, Words>();

/** What the window says in a language, for whoever looks for it there. The window's own `words` belong to a document. */
export function wordsIn(language: SpokenLanguage): Words {
  const ready = spoken.get(language) ?? prepare(language);
  spoken.set(language, ready);
  return ready;
}

function prepare(language: SpokenLanguage): Words {
  if (language === "en-XA" || language === "ar-XB")
    return speakCatalogue<typeof en>(translatePseudo(en, language), "en");
  return speakCatalogue<typeof en>(catalogues[language], language);
}
