import { expect, it } from "vitest";
import { inLanguage } from "../../src-contract/bridge/partner-identity.ts";

it.each([
  ["in the window's language", { en: "The notice.", de: "Der Hinweis." }, { language: "de", text: "Der Hinweis." }],
  ["else in English", { it: "L'avviso.", en: "The notice." }, { language: "en", text: "The notice." }],
  ["else in what there is, and says so", { it: "L'avviso." }, { language: "it", text: "L'avviso." }],
  ["nowhere", {}, undefined],
])("a partner's text is taken %s", (_, texts, taken) => {
  expect(inLanguage(texts, "de")).toEqual(taken);
});
