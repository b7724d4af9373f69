import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { digitsOf, findCode } from "../../src-renderer/secrets/code-in-message.ts";
import { cpuMs } from "../cpu-time.ts";

describe("the code in a message that was pasted", () => {
  it.each([
    ["212212 is your code. Valid for 5 minutes."],
    ["212212"],
    [" 212212\r\n"],
    ["212 212"],
    ["212-212"],
    ["212\u00a0212"],
    ["212\u202f212"],
    ["212–212"],
    ["21 22 12"],
    ["Ihr Code: 212 212. Gültig bis 12.05.2026 12:30 Uhr."],
    ["212212 5 Minuten gültig"],
    ["G-212212 is your verification code"],
    ["Code:212212,gültig 5 Min."],
    ["验证码212212，请勿泄露。"],
    ["\u2067رمزك هو \u2066٢١٢٢١٢\u2069\u2069 صالح لمدة ٥ دقائق"],
    ["کد شما: ۲۱۲ ۲۱۲"],
    ["コードは２１２２１２です。"],
    ["212212 is your code.\n@bank.example #212212"],
    ["212\u200e212"],
    ["Card 453212******4567: code 212212"],
    ["You pay 123,212212 EUR. Code 212212"],
    ["Code 212212. Questions? Call +49 30 123456 or 0800 123456."],
    ["12345 and 1234567, but 212212"],
  ])("is found in %j", (message) => {
    expect(findCode(message)).toEqual({ code: "212212" });
  });

  it.each([
    [""],
    ["Your code is on its way."],
    ["21221"],
    ["2122121"],
    ["212 2121"],
    ["212  212"],
    ["212\n212"],
    ["Call +49 30 123456."],
    ["5 minutes, 12:30, 12.05.2026"],
    ["EUR 1.212212"],
    ["²¹²²¹²"],
  ])("is not in %j", (message) => {
    expect(findCode(message)).toEqual({ fault: "none" });
  });

  it.each([["212212 or 343434"], ["212 212, order 343434"], ["212212 343434"], ["٢١٢٢١٢ / 343434"]])(
    "is one of two in %j, and nobody can tell which",
    (message) => {
      expect(findCode(message)).toEqual({ fault: "several" });
    },
  );

  const code = fc.stringMatching(/^\d{6}$/);
  const wording = fc
    .array(fc.stringMatching(/^[A-Za-zäéñ,.:!?€@#]{1,8}$/), { maxLength: 8 })
    .map((spoken) => spoken.map((word) => `${word} `).join(""));
  /** Numbers that no code is: with fewer digits or more, apart from their neighbours. */
  const other = fc.oneof(fc.stringMatching(/^[1-9]\d{0,4}$/), fc.stringMatching(/^\d{7,16}$/));

  it("is found among words and other numbers, however it is grouped and in whatever script", () => {
    const gap = fc.constantFrom("", " ", "-", "\u00a0", "\u202f", "\u2011");
    const zero = fc.constantFrom(0x30, 0x660, 0x6f0, 0x966, 0xff10, 0x1d7ce);
    fc.assert(
      fc.property(code, gap, zero, wording, wording, other, other, (digits, between, base, before, after, one, two) => {
        const written = [...digits].map((digit) => String.fromCodePoint(base + Number(digit))).join("");
        const half = written.length / 2;
        const grouped = written.slice(0, half) + between + written.slice(half);
        const message = `${one}; ${before}= ${grouped}; ${after}; ${two}`;
        expect(findCode(message)).toEqual({ code: digits });
      }),
    );
  });

  it("is never taken where there are two", () => {
    fc.assert(
      fc.property(code, code, wording, (one, two, between) => {
        fc.pre(one !== two);
        expect(findCode(`${one}; ${between}; ${two}`)).toEqual({ fault: "several" });
      }),
    );
  });

  it("is six ASCII digits or none, whatever the message", () => {
    const anything = fc.string({ unit: fc.constantFrom(..."0123456789 -.,+*\n\u00a0٣３ab") });
    fc.assert(
      fc.property(anything, (message) => {
        const found = findCode(message);
        if ("code" in found) expect(found.code).toMatch(/^[0-9]{6}$/);
        else expect(["none", "several"]).toContain(found.fault);
      }),
    );
  });

  it("is looked for in one go, however long the message", () => {
    const taken = cpuMs(() => {
      findCode("1 ".repeat(100_000));
      findCode("1".repeat(200_000));
    });
    expect(taken).toBeLessThan(2000);
  });
});

describe("what was entered by hand", () => {
  it.each([
    ["2١２-1 2\u00a02", "212122", false],
    ["21a", "21", true],
    ["", "", false],
  ])("%j is %s", (entered, digits, hasOther) => {
    expect(digitsOf(entered)).toEqual({ digits, hasOther });
  });
});
