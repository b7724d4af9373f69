import { readFileSync } from "node:fs";
import { type Language, languages } from "../src-contract/rules/languages.ts";
import { de } from "../src-renderer/words/de.ts";
import { dePanels } from "../src-renderer/words/de-panels.ts";
import { en } from "../src-renderer/words/en.ts";
import { enPanels } from "../src-renderer/words/en-panels.ts";
import { es } from "../src-renderer/words/es.ts";
import { esPanels } from "../src-renderer/words/es-panels.ts";
import { fr } from "../src-renderer/words/fr.ts";
import { frPanels } from "../src-renderer/words/fr-panels.ts";
import { it } from "../src-renderer/words/it.ts";
import { itPanels } from "../src-renderer/words/it-panels.ts";
import { inSystemsWords } from "../src-renderer/words/keychain-words.ts";
import { type Spoken, speakCatalogue } from "../src-renderer/words/messages.ts";
import { reword } from "../src-renderer/words/reword.ts";
import type { WindowTexts } from "../src-renderer/words/window-texts.ts";
import { oneOf } from "./one-of.ts";

/** Every text of the window, as in the app: `words.cards.title`, `words.cards.changePinOf({ lastDigits: "1234" })`. */
export type AppWords = Spoken<typeof en & typeof enPanels>;

const catalogues: Readonly<Record<Language, WindowTexts>> = {
  de: { ...de, ...dePanels },
  en: { ...en, ...enPanels },
  es: { ...es, ...esPanels },
  fr: { ...fr, ...frPanels },
  it: { ...it, ...itPanels },
};

/** As main does (src-main/shell), by the system. */
const keychains = { darwin: "macos-keychain", win32: "windows-credentials" } as const;

/** Reading all messages takes longer than to reset a bank: they are read once in a worker. */
const known = new Map<Language, AppWords>();

/**
 * The app's own words.
 * @param partnerProfile the file of the partner's profile that the app was built with: its `texts` replace ours
 * @throws Error if there is no such language, or that file cannot be read
 */
export function wordsIn(language: Language, partnerProfile: string | null = null): AppWords {
  if (partnerProfile !== null) return readWords(language, partnerProfile); // it may be another file by now
  const words = known.get(language) ?? readWords(language, null);
  known.set(language, words);
  return words;
}

function readWords(language: Language, partnerProfile: string | null): AppWords {
  const keychain = keychains[process.platform as keyof typeof keychains] ?? "secret-service";
  const texts = inSystemsWords(catalogues[oneOf("language", language, languages)], language, keychain);
  const reworded = partnerProfile === null ? texts : reword(texts, textsOf(partnerProfile)[language] ?? {});
  return speakCatalogue<typeof en & typeof enPanels>(reworded, language);
}

function textsOf(file: string): Partial<Record<Language, Record<string, string>>> {
  try {
    return JSON.parse(readFileSync(file, "utf8")).texts ?? {};
  } catch (cause) {
    throw new Error(`the option "partnerProfile" names no profile: ${(cause as Error).message}`, { cause });
  }
}
