import type { Language } from "../../src-contract/rules/languages.ts";
import type { en } from "../../src-renderer/words/en.ts";
import type { enPanels } from "../../src-renderer/words/en-panels.ts";
import { inSystemsWords } from "../../src-renderer/words/keychain-words.ts";
import { speakCatalogue } from "../../src-renderer/words/messages.ts";
import { translatePseudo } from "../../src-renderer/words/pseudo.ts";
import type { SpokenLanguage, Words } from "../../src-renderer/words/words.ts";
import { catalogues } from "../unit/words/read-messages.ts";

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
    return speakCatalogue<typeof en & typeof enPanels>(translatePseudo(textsIn("en"), language), "en");
  return speakCatalogue<typeof en & typeof enPanels>(textsIn(language), language);
}

/** At the computer of every scene, which is one with Linux. */
const textsIn = (language: Language) =>
  inSystemsWords(catalogues[language], language, "secret-service") as typeof en & typeof enPanels;
