import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { languages } from "../../../src-contract/rules/languages.ts";
import { catalogues, listMessages } from "./read-messages.ts";

const glossary = readFileSync(path.resolve(import.meta.dirname, "../../../docs/glossary.md"), "utf8");

/** The rows of the table with these columns. */
function rowsUnder(head: string): string[][] {
  const lines = glossary.split("\n");
  const start = lines.indexOf(head) + 2;
  expect(start, head).toBeGreaterThan(1);
  const end = lines.findIndex((line, nth) => nth >= start && !line.startsWith("|"));
  return lines.slice(start, end === -1 ? undefined : end).map((line) =>
    line
      .slice(1, -1)
      .split("|")
      .map((cell) => cell.trim()),
  );
}

const textsOf = (language: (typeof languages)[number]) => listMessages(catalogues[language]);

describe("each term of the glossary is what the window says", () => {
  const terms = rowsUnder("| thing | en | de | fr | it | es |");
  it.each(languages)("%s", (language) => {
    const said = textsOf(language)
      .map(([, text]) => text)
      .join("\n")
      .toLowerCase();
    expect(terms.length).toBeGreaterThan(8);
    for (const [thing, ...inLanguages] of terms)
      expect(said, thing).toContain((inLanguages[languages.indexOf(language)] ?? "?").toLowerCase());
  });
});

it.each(rowsUnder("| language | gone | instead | because |"))("in %s “%s” is gone", (language, gone) => {
  const word = gone.replace(/[{}]/g, "\\$&").replace("*", "\\p{L}*");
  const asWord = new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, "iu");
  const where = textsOf(language as (typeof languages)[number]).filter(([, text]) => asWord.test(text));
  expect(where).toEqual([]);
});

it.each(languages)("in %s no text message is named where the code can come by letter too", (language) => {
  const { binding, help, proxy } = catalogues[language];
  const ofBoth = [binding.steps.code, help.neverAsked.secrets.split(":")[0], proxy.notBank];
  expect(ofBoth.filter((text) => /SMS|text message/.test(text ?? ""))).toEqual([]);
});
