import type { Language } from "../../src-contract/rules/languages.ts";
import { partner } from "../partner.ts";
import { store } from "../store.ts";
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

/** Every text of the window, in the language of the cardholder. Read it where something is drawn, and keep no parts of it. */
export function words(): Words {
  const language = languageNow();
  const ready = spoken.get(language) ?? speakCatalogue<typeof en>(textsIn(language), localeOf(language));
  spoken.set(language, ready);
  return ready;
}

/** The languages that have been spoken since the start: to make one ready takes as long as a screen. */
const spoken = new Map<SpokenLanguage, Words>();

/** The language of `words()`, for `Intl`. */
export const locale = () => localeOf(languageNow());

/** In which direction it is written, for the document's `dir`. */
export const direction = () => (languageNow() === "ar-XB" ? "rtl" : "ltr");

/** English before main has said which. */
function languageNow(): SpokenLanguage {
  return store.getState().settings?.language ?? "en";
}

function localeOf(language: SpokenLanguage): Language {
  return isPseudo(language) ? "en" : language;
}

function textsIn(language: SpokenLanguage): WindowTexts {
  if (!isPseudo(language)) return reword(catalogues[language], partner.texts[language] ?? {});
  return __RELEASE__ ? en : translatePseudo(en, language);
}

function isPseudo(language: SpokenLanguage): language is PseudoLanguage {
  return language.includes("-");
}
