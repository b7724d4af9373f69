import { parse } from "@formatjs/icu-messageformat-parser";
import { describe, expect, expectTypeOf, it, vi } from "vitest";
import { en } from "../../../src-renderer/words/en.ts";
import { type Catalogue, type Spoken, speakCatalogue } from "../../../src-renderer/words/messages.ts";
import type { Placeholders } from "../../../src-renderer/words/placeholders.ts";
import { pseudoLanguages, translatePseudo } from "../../../src-renderer/words/pseudo.ts";

const catalogue = {
  plain: "Nothing asked",
  greeting: "Hello {name}",
  left: "{left, plural, one {# try} other {# tries}} left, {name}",
  kind: "{money, select, debit {debit card} other {card}}",
  nested: "{who, select, one {{count, plural, one {a} other {{name}’s #}}} other {}} {end}",
  styled: "{share, number, percent}",
} as const;

/** All messages of a catalogue by their dotted names. */
function messagesOf(from: Catalogue, prefix = ""): [string, string][] {
  return Object.entries(from).flatMap(([name, message]) =>
    typeof message === "string"
      ? [[prefix + name, message] satisfies [string, string]]
      : messagesOf(message, `${prefix}${name}.`),
  );
}

describe("the type of a message", () => {
  it("asks for exactly the values that the message names (checked by tsc)", () => {
    expectTypeOf<Placeholders<"Nothing asked">>().toEqualTypeOf<never>();
    expectTypeOf<Placeholders<(typeof catalogue)["greeting"]>>().toEqualTypeOf<"name">();
    expectTypeOf<Placeholders<(typeof catalogue)["left"]>>().toEqualTypeOf<"left" | "name">();
    expectTypeOf<Placeholders<(typeof catalogue)["kind"]>>().toEqualTypeOf<"money">();
    expectTypeOf<Placeholders<(typeof catalogue)["nested"]>>().toEqualTypeOf<"who" | "count" | "name" | "end">();
    expectTypeOf<Placeholders<(typeof catalogue)["styled"]>>().toEqualTypeOf<"share">();
    expectTypeOf<Spoken<typeof catalogue>["plain"]>().toEqualTypeOf<string>();
    const say = speakCatalogue<typeof catalogue>(catalogue, "en");
    // @ts-expect-error a value is missing
    expect(() => say.greeting({})).toThrow();
    // @ts-expect-error a value too many
    expect(say.greeting({ name: "Ada", age: 3 })).toBe("Hello Ada");
  });
});

describe("a spoken catalogue", () => {
  const say = speakCatalogue<typeof catalogue>(catalogue, "en");

  it("says plurals, choices and numbers", () => {
    expect(say.plain).toBe("Nothing asked");
    expect(say.left({ left: 1, name: "Ada" })).toBe("1 try left, Ada");
    expect(say.left({ left: 1200, name: "Ada" })).toBe("1,200 tries left, Ada");
    expect(say.kind({ money: "debit" })).toBe("debit card");
    expect(say.nested({ who: "one", count: 3, name: "Ada", end: "." })).toBe("Ada’s 3 .");
  });

  it("takes a value as it is, whatever is in it", () => {
    for (const name of ["<b>x</b>", "{name}", "'", "#", "\u202e"]) expect(say.greeting({ name })).toBe(`Hello ${name}`);
  });

  it("counts and separates as its language does", () => {
    const de = speakCatalogue<typeof catalogue>(
      { ...catalogue, left: "{left, plural, one {#} other {#}} {name}" },
      "de",
    );
    expect(de.left({ left: 1200, name: "" })).toBe("1.200 ");
  });
});

describe("a catalogue that a release's build has parsed", () => {
  const parsed = Object.fromEntries(
    Object.entries({ ...catalogue, quoted: "it''s" }).map(([name, message]) => [name, parse(message)]),
  ) as unknown as typeof catalogue & { quoted: "it's" };

  it("says the same", () => {
    const say = speakCatalogue<typeof parsed>(parsed, "en");
    expect([say.plain, say.quoted]).toEqual(["Nothing asked", "it's"]);
    expect(say.greeting({ name: "Ada" })).toBe("Hello Ada");
    expect(say.greeting({ name: "עדה" })).toBe("Hello \u2068עדה\u2069");
    expect(say.left({ left: 1200, name: "Ada" })).toBe("1,200 tries left, Ada");
    expect(say.left({ left: 1, name: "Ada" })).toBe("1 try left, Ada");
    // @ts-expect-error a value is missing
    expect(() => say.greeting({})).toThrow();
  });

  // What a first screen says, which would otherwise wait for it (docs/performance.md#start).
  it("has the list of all locales made only for what counts", () => {
    const listed = vi.spyOn(Intl.NumberFormat, "supportedLocalesOf");
    try {
      const say = speakCatalogue<typeof parsed>(parsed, "en");
      expect(say.greeting({ name: "Ada" })).toBe("Hello Ada");
      expect(listed).not.toHaveBeenCalled();
      say.left({ left: 2, name: "Ada" });
      expect(listed).toHaveBeenCalled();
    } finally {
      listed.mockRestore();
    }
  });
});

describe.each(pseudoLanguages)("the pseudo-language %s", (language) => {
  const pseudo = Object.fromEntries(messagesOf(translatePseudo(en, language)));

  it("says every message in another form, with the same values and choices", () => {
    for (const [name, english] of messagesOf(en)) {
      const message = pseudo[name] ?? "";
      expect(message, name).not.toBe(english);
      expect(shapeOf(message), name).toEqual(shapeOf(english));
      if (language === "en-XA") expect(message.length, name).toBeGreaterThan(english.length);
    }
  });
});

/** The placeholders and selectors of a message, without what is said. */
function shapeOf(message: string): unknown {
  return JSON.parse(
    JSON.stringify(parse(message, { ignoreTag: true }), (key, value) => {
      if (Array.isArray(value)) return value.filter((element) => element.type !== 0);
      return key === "location" ? undefined : value;
    }),
  );
}
