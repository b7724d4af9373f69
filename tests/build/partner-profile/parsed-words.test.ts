import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { build, type Rolldown } from "vite";
import { afterAll, beforeAll, expect, it } from "vitest";
import { parsedWords } from "../../../build/partner-profile/parsed-words.ts";
import { languages } from "../../../src-contract/rules/languages.ts";
import { speakCatalogue } from "../../../src-renderer/words/messages.ts";
import { catalogues, listMessages, parseMessage } from "../../unit/words/read-messages.ts";

const root = path.resolve(import.meta.dirname, "../../..");
const texts = {
  de: { "common.settings": "Optionen", "settings.title": "Optionen", "cards.title": "Karten von '{'uns'}'" },
};
let folder: string;
let code: string;
let built: Record<string, Record<string, unknown>>;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "cardbound-words-"));
  const ofWords = (file: string) => JSON.stringify(path.join(root, "src-renderer/words", file));
  const all = languages.flatMap((language) => [
    `export { ${language} } from ${ofWords(`${language}.ts`)};`,
    `export { ${language}Panels } from ${ofWords(`${language}-panels.ts`)};`,
  ]);
  writeFileSync(path.join(folder, "all.js"), [...all, `export * from ${ofWords("messages.ts")};`].join("\n"));
  const { output } = (await build({
    configFile: false,
    root,
    logLevel: "error",
    plugins: [parsedWords(texts)],
    build: {
      write: false,
      rollupOptions: { input: path.join(folder, "all.js"), preserveEntrySignatures: "strict" },
    },
  })) as Rolldown.RolldownOutput;
  code = output[0].code;
  writeFileSync(path.join(folder, "built.mjs"), code);
  built = await import(path.join(folder, "built.mjs"));
});
afterAll(() => rmSync(folder, { recursive: true }));

it.each(languages)(
  "a release says in %s what is written, parsed, and a partner's words where there are any",
  (name) => {
    const inRelease = new Map(listAll({ ...built[name], ...built[`${name}Panels`] }));
    const own: Readonly<Record<string, string>> = name === "de" ? texts.de : {};
    const written = listMessages(catalogues[name]).map(([place, message]) => [place, own[place] ?? message] as const);
    expect(written.length).toBeGreaterThan(400);
    expect([...inRelease.keys()]).toEqual(written.map(([place]) => place));
    for (const [place, message] of written) {
      const needsNoReading = !/[{']/.test(message);
      expect(inRelease.get(place), place).toEqual(needsNoReading ? message : parseMessage(message));
    }
  },
);

it("what is parsed is spoken like what is written", () => {
  const { speakCatalogue: speak } = built as unknown as { speakCatalogue: typeof speakCatalogue };
  const written = speakCatalogue(catalogues.fr, "fr");
  const inRelease = (name: "de" | "fr") => ({ ...built[name], ...built[`${name}Panels`] }) as typeof catalogues.fr;
  const parsed = speak(inRelease("fr"), "fr");
  for (const count of [0, 1, 5]) expect(parsed.cards.leftOut({ count })).toBe(written.cards.leftOut({ count }));
  expect(speak(inRelease("de"), "de").cards.title).toBe("Karten von {uns}");
});

it("the parser is not in it", () => {
  const speak = (built as unknown as { speakCatalogue: typeof speakCatalogue }).speakCatalogue;
  expect(() => speak({ a: "{b}" }, "en")).toThrow("uncompiled message");
});

type Parsed = { readonly [name: string]: unknown };

/** As `listMessages`, of parsed ones. */
function listAll(catalogue: Parsed, group = ""): [string, unknown][] {
  return Object.entries(catalogue).flatMap(([name, message]) =>
    typeof message === "string" || Array.isArray(message)
      ? [[group + name, message] as [string, unknown]]
      : listAll(message as Parsed, `${group}${name}.`),
  );
}
