/** The window's languages. */
export const languages = ["en", "de", "fr", "it", "es"] as const;
export type Language = (typeof languages)[number];

/** The languages in which Solaris has the message with a code (docs/solaris-api.md §6.1). */
export const codeLanguages = ["de", "en", "fr"] as const;
type CodeLanguage = (typeof codeLanguages)[number];

/** The language of the message with a code, where the window has this one: English, where there is no such message. */
export function codeLanguageFor(language: Language): CodeLanguage {
  return codeLanguages.find((one) => one === language) ?? "en";
}
