import type { Language } from "../../src-contract/rules/languages.ts";
import { partner } from "../partner.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";
import { es } from "./es.ts";
import { fr } from "./fr.ts";
import { it } from "./it.ts";
import { type Spoken, speakCatalogue } from "./messages.ts";
import { type PseudoLanguage, translatePseudo } from "./pseudo.ts";
import { reword } from "./reword.ts";
import type { WindowTexts } from "./window-texts.ts";

export type Words = Spoken<typeof en>;
/** A language that the window can be in; the pseudo-languages in development builds only. */
export type SpokenLanguage = Language | PseudoLanguage;

const catalogues: Record<Language, WindowTexts> = { de, en, es, fr, it };

/**
 * Every text of the window, in the language of the cardholder. Changes with `speak`: read it where something is drawn,
 * and do not keep parts of it.
 */
export let words: Words = speakCatalogue<typeof en>(textsIn("en"), "en");
/** The language of `words`, for `Intl`. */
export let locale: string = "en";

/** Makes the window speak a language. What is shown already is to be drawn anew. */
export function speak(language: SpokenLanguage): void {
  locale = isPseudo(language) ? "en" : language;
  words = speakCatalogue<typeof en>(textsIn(language), locale);
  document.documentElement.lang = locale;
  document.documentElement.dir = language === "ar-XB" ? "rtl" : "ltr";
}

function textsIn(language: SpokenLanguage): WindowTexts {
  if (!isPseudo(language)) return reword(catalogues[language], partner.texts[language] ?? {});
  return __RELEASE__ ? en : translatePseudo(en, language);
}

function isPseudo(language: SpokenLanguage): language is PseudoLanguage {
  return language.includes("-");
}
