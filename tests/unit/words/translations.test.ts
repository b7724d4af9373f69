import { describe, expect, it } from "vitest";
import { languages } from "../../../src-contract/rules/languages.ts";
import { allReadings, askedValues, catalogues, listMessages, parseMessage, pluralCategories } from "./read-messages.ts";

const english = new Map(listMessages(catalogues.en));
const translations = ["de", "fr", "it", "es"] as const;

/** Words that are the same in a language and in English. Anything else that is the same was forgotten. */
const sameAsEnglish: Record<(typeof translations)[number], readonly string[]> = {
  de: ["Code", "Computer", "Name", "Version {version}"],
  fr: ["Active", "Licences", "Version {version}"],
  it: ["Computer"],
  es: [],
};

/** Nobody is addressed informally. */
const informal: Record<(typeof translations)[number], RegExp> = {
  de: wholeWords("du dich dir dein deine deinem deinen deiner deines"),
  fr: wholeWords("tu te toi ton ta tes t’es t’a"),
  it: wholeWords("tu ti te tuo tua tuoi tue"),
  es: wholeWords("tú tu tus te ti"),
};

/** How it is said that a card PIN was not changed. */
const asBefore = {
  en: /\bas before\b/,
  de: /\bunverändert\b/,
  fr: /\binchangés?(?!\p{L})/u,
  it: /\b(?:invariat[oi]|come prima)\b/,
  es: /\b(?:sin cambios|igual que antes|iguales que antes|como antes)\b/,
} as const;

/** A language's own quotation marks, in pairs. */
const quoted = {
  en: /“[^“”]+”/g,
  de: /„[^„“]+“/g,
  fr: /«\u00a0[^«»]+\u00a0»/g,
  it: /“[^“”]+”|«[^«»]+»/g,
  es: /“[^“”]+”|«[^«»]+»/g,
} as const;

/** What is written on a button, and its name for assistive technology where there are several of the kind. */
const longerNames = [
  ["cards.changePin", "cards.changePinOf"],
  ["cards.changePin", "cards.changePinOfKind"],
  ["devices.remove", "devices.removeOf"],
] as const;

function wholeWords(words: string): RegExp {
  return new RegExp(`(?<!\\p{L})(?:${words.replaceAll(" ", "|")})(?!\\p{L})`, "iu");
}

describe.each(languages)("the messages in %s", (language) => {
  const messages = listMessages(catalogues[language]);
  /** Names what is amiss, so that one run shows all of it. */
  const namesWhere = (isAmiss: (text: string, name: string) => boolean) =>
    messages
      .filter(([name, message]) => allReadings(message).some((text) => isAmiss(text, name)))
      .map(([name]) => name);

  it("are in ICU MessageFormat", () => {
    for (const [name, message] of messages) expect(() => parseMessage(message), name).not.toThrow();
  });

  it("are those that there are in English, and ask for the same values with the same keys", () => {
    expect(messages.map(([name]) => name).sort()).toEqual([...english.keys()].sort());
    for (const [name, message] of messages)
      expect(askedValues(message), name).toEqual(askedValues(english.get(name) ?? ""));
  });

  it("have each plural that a count here can need, and none that the language does not have", () => {
    const rules = new Intl.PluralRules(language);
    // French, Italian and Spanish have "many" for whole millions (CLDR); nothing that the window counts comes near.
    const needed = new Set(Array.from({ length: 1001 }, (_, count) => rules.select(count)));
    const known = rules.resolvedOptions().pluralCategories;
    for (const [name, message] of messages) {
      for (const categories of pluralCategories(message)) {
        expect(categories, name).toEqual(expect.arrayContaining([...needed]));
        expect(known, name).toEqual(expect.arrayContaining(categories));
      }
    }
  });

  it("have neither straight quotes and apostrophes nor three dots", () => {
    // A straight apostrophe is ICU's escape: it would vanish, and a placeholder with it.
    expect(messages.filter(([, message]) => /['"`]|\.\.\./.test(message))).toEqual([]);
  });

  it("have the language's own quotation marks, in pairs", () => {
    expect(namesWhere((text) => /[„“”«»‹›‚‘]/.test(text.replace(quoted[language], "")))).toEqual([]);
  });

  it("have one space between words, and none at the ends", () => {
    expect(namesWhere((text) => /\s\s/.test(text) || text !== text.trim())).toEqual([]);
  });

  it("have what is written on a button in its longer name, so that it can be pressed by voice", () => {
    // WCAG 2.2, 2.5.3.
    const named = new Map(messages);
    const isWithin = ([written, name]: (typeof longerNames)[number]) =>
      named
        .get(name)
        ?.toLowerCase()
        .includes(named.get(written)?.toLowerCase() ?? "?");
    expect(longerNames.filter((pair) => !isWithin(pair))).toEqual([]);
  });

  it("end with the punctuation that English ends with", () => {
    const endings = (message: string) => [...new Set(allReadings(message).map((text) => /[.?!:…]?$/.exec(text)?.[0]))];
    for (const [name, message] of messages) expect(endings(message), name).toEqual(endings(english.get(name) ?? ""));
  });

  it("begin with a capital where English does", () => {
    const beginsSmall = (text: string) => /^\p{Ll}/u.test(text);
    const capital = (name: string) => !allReadings(english.get(name) ?? "").some(beginsSmall);
    expect(namesWhere((text, name) => beginsSmall(text) && capital(name))).toEqual([]);
  });
});

describe.each(translations)("the translation into %s", (language) => {
  const messages = listMessages(catalogues[language]);

  it("leaves nothing in English", () => {
    const left = messages.filter(
      ([name, message]) => message === english.get(name) && /\p{L}/u.test(withoutValues(message)),
    );
    expect(left.filter(([, message]) => !sameAsEnglish[language].includes(message))).toEqual([]);
  });

  it("allows itself no word in English that it does not have", () => {
    const texts = messages.filter(([name, message]) => message === english.get(name)).map(([, message]) => message);
    expect(texts).toEqual(expect.arrayContaining([...sameAsEnglish[language]]));
  });

  it("addresses the cardholder formally", () => {
    expect(messages.filter(([, message]) => informal[language].test(withoutValues(message)))).toEqual([]);
  });
});

describe.each(translations)("what %s says of a card PIN that was changed or not", (language) => {
  const messages = new Map(listMessages(catalogues[language]));

  it("says that it is as before where English does, and nowhere else", () => {
    const [inEnglish, here] = (
      [
        ["en", english],
        [language, messages],
      ] as const
    ).map(([spoken, texts]) => [...texts].filter(([, text]) => asBefore[spoken].test(text)).map(([name]) => name));
    expect(here?.sort()).toEqual(inEnglish?.sort());
    expect(inEnglish).toContain("outcome.refused.what");
  });
});

describe("French typography", () => {
  const readings = listMessages(catalogues.fr).flatMap(([, message]) => allReadings(message));

  it("keeps : ; ? and ! with the word before them, by a no-break space", () => {
    expect(readings.filter((text) => /[^\u00a0\u202f][:;?!]/u.test(text))).toEqual([]);
  });
});

function withoutValues(message: string): string {
  return message.replace(/\{\w+\}/g, "");
}
