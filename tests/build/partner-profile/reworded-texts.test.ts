import { describe, expect, it } from "vitest";
import { faultsOfTexts } from "../../../build/partner-profile/reworded-texts.ts";

const catalogue = {
  title: "Your PIN",
  outcome: {
    changed: { next: "What now?", what: "The new PIN of {card} is valid now." },
    refused: { tries: "{left, plural, one {# try of {of}} other {# tries of {of}}} left" },
    when: "At {time, time, short}",
  },
};
const one = (place: string, message: string) => faultsOfTexts({ de: { [place]: message } }, catalogue);

describe("a partner's words", () => {
  it.each([
    ["title", "Ihre PIN"],
    ["outcome.changed.next", "Und jetzt?"],
    ["outcome.changed.what", "{card}: Die neue PIN von {card} gilt."],
    ["outcome.refused.tries", "Noch {left, plural, one {ein Versuch} other {# Versuche}} von {of}"],
    ["outcome.refused.tries", "{left} von {of}"],
    ["outcome.when", "Um {time, time, short}"],
    ["title", "PIN <b>neu</b>, 5 < 6"],
  ])("at %s may be %j", (place, message) => {
    expect(one(place, message)).toEqual([]);
  });

  it.each([
    [
      "changed.next",
      "Und?",
      'texts.de["changed.next"] is no message of the window; expected one such as "outcome.changed.next"',
    ],
    ["outcome.changed", "Und?", 'texts.de["outcome.changed"] is no message of the window; expected one such as'],
    ["constructor", "Und?", 'texts.de["constructor"] is no message of the window'],
    ["title", "PIN von {card}", "asks for {card}, which is not known there; expected none"],
    ["outcome.changed.what", "Die neue PIN gilt.", "does without {card}; expected it somewhere, as in"],
    ["outcome.changed.what", "Die PIN von {karte} gilt.", "does without {card}"],
    ["outcome.refused.tries", "Noch {left}", "does without {of}"],
    ["outcome.refused.tries", "Noch {left, plural, one {{card}} other {#}} von {of}", "asks for {card}"],
    ["outcome.changed.what", "Bis {card, time}", "formats a value as {card, time}, which it is not"],
    ["outcome.changed.what", "{card, plural, other {#}}", "formats a value as {card, plural}"],
    ["title", "PIN {", "is not an ICU message"],
    ["outcome.refused.tries", "{left, plural, one {#}} von {of}", "is not an ICU message"],
  ])("at %s may not be %j", (place, message, fault) => {
    expect(one(place, message)).toEqual([expect.stringContaining(fault)]);
  });

  it("are held against the window's in every language, and each fault is named", () => {
    const texts = { en: { a: "1" }, fr: { title: "Votre code", b: "2" }, it: undefined };
    expect(faultsOfTexts(texts, catalogue).map((fault) => fault.split(" ")[0])).toEqual([
      'texts.en["a"]',
      'texts.fr["b"]',
    ]);
  });
});
