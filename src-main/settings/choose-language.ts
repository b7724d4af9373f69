import type { Settings } from "../../src-contract/bridge/settings-view.ts";
import { type Language, languages } from "../../src-contract/rules/languages.ts";

/**
 * The language in effect: the chosen one, or the first of the system's that we have, or English.
 * @param system BCP 47 tags, the preferred first
 */
export function chooseLanguage(choice: Settings["language"], system: readonly string[]): Language {
  if (choice !== "system") return choice;
  for (const tag of system) {
    const [primary] = tag.toLowerCase().split(/[-_]/);
    const known = languages.find((language) => language === primary);
    if (known !== undefined) return known;
  }
  return "en";
}
