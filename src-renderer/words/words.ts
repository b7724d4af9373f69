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

/**
 * All texts of the window in the cardholder's language. Call it while drawing, and keep no part of it: the language may
 * change.
 */
export function words(): Words {
  const language = languageNow();
  const ready = spoken.get(language) ?? speakCatalogue<typeof en>(textsIn(language), localeOf(language));
  spoken.set(language, ready);
  return ready;
}

/** Caches prepared languages: preparing one takes as long as drawing a screen. */
const spoken = new Map<SpokenLanguage, Words>();

/** The language of `words()`, for `Intl`. */
export const locale = () => localeOf(languageNow());

/** The writing direction, for the document's `dir`. */
export const direction = () => (languageNow() === "ar-XB" ? "rtl" : "ltr");

/** English until main has said which. */
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
