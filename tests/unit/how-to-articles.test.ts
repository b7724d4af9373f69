import { describe, expect, it } from "vitest";
import { type Language, languages } from "../../src-contract/rules/languages.ts";
import { articleNames } from "../../src-renderer/how-to-articles.ts";
import { firstSettings } from "../screens/ordinary-answers.ts";
import { importAnew } from "./import-anew.ts";

/** Help in a window of this language. */
const helpIn = (language: Language) =>
  importAnew(async () => {
    const { loadPanelWords } = await import("../../src-renderer/words/words.ts");
    const { store } = await import("../../src-renderer/store.ts");
    const settings = {
      settings: firstSettings,
      language,
      captureHiding: "works",
      screenReader: false,
      rendering: { now: "hardware", because: null, changesAtNextStart: false },
      keychain: "secret-service",
    } as const;
    store.setState({ settings });
    await loadPanelWords();
    return import("../../src-renderer/how-to-articles.ts");
  });

async function foundIn(language: Language, sought: string, hasTokens = false) {
  const { findArticles, howToArticles } = await helpIn(language);
  return findArticles(howToArticles(false, hasTokens), sought).map(({ name }) => name);
}

it.each(languages)("in %s every article is there, with nothing left to fill in", async (language) => {
  const articles = (await helpIn(language)).howToArticles(true, true);
  expect(articles.map(({ name }) => name)).toEqual(articleNames);
  for (const { title, paragraphs } of articles) {
    expect(paragraphs.length).toBeGreaterThan(1);
    for (const text of [title, ...paragraphs]) expect(text).toMatch(/^[^{}]{8,}$/);
  }
});

it("only a bank that offers letters is said to send its code by letter", async () => {
  const { findArticles, howToArticles } = await helpIn("en");
  const found = (offersLetters: boolean) =>
    findArticles(howToArticles(offersLetters, true), "code by letter days").map(({ name }) => name);
  expect([found(true), found(false)]).toEqual([["link"], []]);
});

it("only where a token could keep the key, or does, is there anything about one", async () => {
  const { howToArticles } = await helpIn("en");
  const names = (hasTokens: boolean) => howToArticles(false, hasTokens).map(({ name }) => name);
  expect(names(false)).toEqual(articleNames.filter((name) => name !== "token"));
});

describe("an article is found", () => {
  it.each([
    ["en", "TAN", ["code"]],
    ["en", "sms code", ["code"]],
    ["en", "stolen", ["lost"]],
    ["en", "scam", ["phishing"]],
    ["en", "", articleNames.filter((name) => name !== "token")],
    ["en", "zebra", []],
    ["de", "gerat verloren", ["passcode", "lost"]],
    ["de", "PIN vergessen", ["pin", "passcode"]],
    ["de", "PIN sperren", ["lost"]],
    ["de", "BETRÜGER", ["phishing"]],
    ["fr", "oublie", ["pin", "passcode"]],
    ["fr", "téléphone volé", ["lost"]],
    ["it", "truffa", ["phishing"]],
    ["es", "contrasena olvidado", ["pin", "passcode"]],
    ["es", "ordenador perdido", ["lost"]],
  ] as const)("in %s by “%s”, whatever its accents and capitals", async (language, sought, names) => {
    expect(await foundIn(language, sought)).toEqual(names);
  });

  it.each([
    ["en", "yubikey"],
    ["de", "chipkarte"],
    ["fr", "carte a puce"],
    ["it", "smart card"],
    ["es", "tarjeta inteligente"],
  ] as const)("in %s by “%s”, where a token could keep the key", async (language, sought) => {
    expect(await foundIn(language, sought, true)).toEqual(["token"]);
  });

  it("by parts of words, in any order", async () => {
    expect(await foundIn("en", "phone stol")).toEqual(["lost"]);
  });
});
