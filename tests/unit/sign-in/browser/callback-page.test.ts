import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { languages } from "../../../../src-contract/rules/languages.ts";
import { createCallbackPages } from "../../../../src-main/sign-in/browser/callback-page.ts";
import { pageWords } from "../../../../src-main/sign-in/browser/page-words.ts";

const kinds = ["done", "already", "stranger", "stopped", "early"] as const;
const page = createCallbackPages({ productName: "Fjord Card Desk", colours: __COLOURS__ });

describe.each(languages)("the pages in %s", (language) => {
  it.each(kinds)("%s: says its language, the product's name, and what to do", (kind) => {
    const { html, headers } = page(kind, language);
    const { title, text } = pageWords[language][kind];
    expect(html).toMatch(new RegExp(`^<!doctype html><html lang="${language}"><head><meta charset="utf-8">`));
    expect(headers["content-language"]).toBe(language);
    expect(html).toContain(`<title>${title} – Fjord Card Desk</title>`);
    expect(html).toContain(`<h1>${title}</h1><p>${text("Fjord Card Desk")}</p>`);
    expect(text("Fjord Card Desk")).toContain("Fjord Card Desk");
  });

  it("are not the English ones", () => {
    const others = kinds.filter((kind) => pageWords[language][kind].title === pageWords.en[kind].title);
    expect(others).toEqual(language === "en" ? kinds : []);
  });
});

it("the policy allows the page's own style, and nothing else", () => {
  const { html, headers } = page("done", "de");
  const style = /<style>(.*?)<\/style>/s.exec(html)?.[1] ?? "";
  const hash = createHash("sha256").update(style).digest("base64");
  expect(headers["content-security-policy"]).toContain(`default-src 'none'; style-src 'sha256-${hash}';`);
  expect(html).not.toMatch(/style=|<script|url\(|@import/);
});

it("the page has the partner's colours, by day and by night", () => {
  const { html } = page("done", "en");
  const { light, dark } = __COLOURS__;
  expect(html).toContain(`:root{--ground:${light.ground};`);
  expect(html).toContain(`@media (prefers-color-scheme:dark){:root{--ground:${dark.ground};`);
});
