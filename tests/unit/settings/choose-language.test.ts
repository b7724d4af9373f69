import { expect, it } from "vitest";
import { chooseLanguage } from "../../../src-main/settings/choose-language.ts";

it.each([
  ["it", ["de-DE"], "it"],
  ["system", ["de-AT", "en"], "de"],
  ["system", ["pt-BR", "es-419", "en-US"], "es"],
  ["system", ["FR"], "fr"],
  ["system", ["it_IT"], "it"],
  ["system", ["zh-Hant-TW", "ru"], "en"],
  ["system", ["deu", "english", ""], "en"],
  ["system", [], "en"],
] as const)("chosen %s, of a system in %j: %s", (choice, system, language) => {
  expect(chooseLanguage(choice, system)).toBe(language);
});
