import type { KeychainName } from "../../src-contract/bridge/keychain-names.ts";
import { type ErrorCode, saidAs, type TokenCode } from "../../src-contract/errors/error-codes.ts";
import type { Language } from "../../src-contract/rules/languages.ts";
import { partner } from "../partner.ts";
import { store } from "../store.ts";
import type { ErrorWords } from "./en/errors.ts";
import type { en } from "./en.ts";
import type { enPanels } from "./en-panels.ts";
import { inSystemsWords } from "./keychain-words.ts";
import { type Catalogue, type Spoken, speakCatalogue } from "./messages.ts";
import { type PseudoLanguage, translatePseudo } from "./pseudo.ts";
import { reword } from "./reword.ts";
import type { PanelTexts, ScreenTexts } from "./window-texts.ts";

/** What the first screen says. */
type FirstWords = Spoken<typeof en>;
export type Words = FirstWords & Spoken<typeof enPanels>;
/** A language that the window can be in; the pseudo-languages in development builds only. */
export type SpokenLanguage = Language | PseudoLanguage;

/** Files of their own, so that only what is shown is read and prepared. */
const screens: Record<Language, () => Promise<ScreenTexts>> = {
  de: async () => (await import("./de.ts")).de,
  en: async () => (await import("./en.ts")).en,
  es: async () => (await import("./es.ts")).es,
  fr: async () => (await import("./fr.ts")).fr,
  it: async () => (await import("./it.ts")).it,
};
const panels: Record<Language, () => Promise<PanelTexts>> = {
  de: async () => (await import("./de-panels.ts")).dePanels,
  en: async () => (await import("./en-panels.ts")).enPanels,
  es: async () => (await import("./es-panels.ts")).esPanels,
  fr: async () => (await import("./fr-panels.ts")).frPanels,
  it: async () => (await import("./it-panels.ts")).itPanels,
};

const spokenByScreens = new Map<SpokenLanguage, FirstWords>();
/** With what the panels and the later screens say. Empty until they are read. */
const spokenByAll = new Map<SpokenLanguage, Words>();
let arePanelsRead = false;

/**
 * Prepares a language, once. To be awaited before the settings name it.
 * @param keychain that of this computer, which stays the same
 * @throws if the program's files are damaged
 */
export async function loadWords(language: SpokenLanguage, keychain = keychainNow()): Promise<void> {
  const ofScreens =
    spokenByScreens.get(language) ??
    speakCatalogue<typeof en>(await textsIn(screens, language, keychain), localeOf(language));
  spokenByScreens.set(language, ofScreens);
  if (!arePanelsRead || spokenByAll.has(language)) return;
  const ofPanels = speakCatalogue<typeof enPanels>(await textsIn(panels, language, keychain), localeOf(language));
  spokenByAll.set(language, { ...ofScreens, ...ofPanels });
}

/** Prepares what panels and later screens say, from now on in every language. To be awaited before one is drawn. */
export async function loadPanelWords(): Promise<void> {
  arePanelsRead = true;
  await loadWords(languageNow());
}

/**
 * All texts of the window in the cardholder's language, for what is drawn once they are read (use-later.ts). Call it while
 * drawing, and keep no part of it: the language may change.
 * @throws Error for a language that was not loaded, and before all are
 */
export const words = (): Words => loaded(spokenByAll.get(languageNow()));

/** The texts that are there before anything is drawn, for what the first screen shows. Otherwise as `words`. */
export const firstWords = (): FirstWords => loaded(spokenByScreens.get(languageNow()));

/**
 * What is said of a failure. That of a token is read with the panels and the later screens: nothing before these asks one. Until
 * then nobody could say more of it than that something is wrong here.
 */
export function errorWords(code: ErrorCode): ErrorWords {
  const said = saidAs(code);
  const { errors } = firstWords();
  if (said in errors) return errors[said as Exclude<typeof said, TokenCode>];
  return spokenByAll.get(languageNow())?.tokenErrors[said as TokenCode] ?? errors.ERR_INTERNAL;
}

function loaded<Texts>(ready: Texts | undefined): Texts {
  if (ready === undefined) throw new Error(`the words of ${languageNow()} are not loaded`);
  return ready;
}

/** The language of `words()`, for `Intl`. */
export const locale = () => localeOf(languageNow());

/** The writing direction, for the document's `dir`. */
export const direction = () => (languageNow() === "ar-XB" ? "rtl" : "ltr");

/** English if main does not say which. */
function languageNow(): SpokenLanguage {
  return store.getState().settings?.language ?? "en";
}

/** The one whose name needs no other word, if main does not say which. */
function keychainNow(): KeychainName {
  return store.getState().settings?.keychain ?? "macos-keychain";
}

function localeOf(language: SpokenLanguage): Language {
  return isPseudo(language) ? "en" : language;
}

async function textsIn<Texts extends Catalogue>(
  files: Record<Language, () => Promise<Texts>>,
  language: SpokenLanguage,
  keychain: KeychainName,
): Promise<Texts> {
  const texts = inSystemsWords(await files[localeOf(language)](), localeOf(language), keychain);
  if (__RELEASE__) return texts; // in the partner's words since the build (build/partner-profile/parsed-words.ts)
  return isPseudo(language)
    ? (translatePseudo(texts, language) as Texts)
    : reword(texts, partner.texts[language] ?? {});
}

function isPseudo(language: SpokenLanguage): language is PseudoLanguage {
  return language.includes("-");
}
