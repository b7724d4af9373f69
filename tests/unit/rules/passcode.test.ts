import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findPasscodeFault, PASSCODE_LONGEST, PASSCODE_SHORTEST } from "../../../src-contract/rules/passcode.ts";
import { ascii } from "../by-hand.ts";

const faultOf = (text: string) => findPasscodeFault(ascii(text));
const printable = fc.integer({ min: 0x20, max: 0x7e });
const bytesOf = (arbitrary: fc.Arbitrary<number>, minLength: number, maxLength: number) =>
  fc.array(arbitrary, { minLength, maxLength }).map((bytes) => Uint8Array.from(bytes));

describe("a passcode", () => {
  it.each(["correct horse", "blue-Kettle 7", "x9!Lq2", "  a  b c", "2580 1793", "Tr0ub4dor&3", "zebra lamp"])(
    "that nobody would try first is taken: %s",
    (text) => {
      expect(faultOf(text)).toBeNull();
    },
  );

  it.each(["", "a", "x9!Lq", "kx7%"])("is too short: %j", (text) => {
    expect(faultOf(text)).toBe("ERR_PASSCODE_LENGTH");
  });

  it("may be 64 characters long and no longer", () => {
    const long = "correct horse battery staple, correct horse, and a lamp of zebra";
    expect(long).toHaveLength(PASSCODE_LONGEST);
    expect(faultOf(long)).toBeNull();
    expect(faultOf(`${long}s`)).toBe("ERR_PASSCODE_LENGTH");
  });

  it.each([0x00, 0x09, 0x0a, 0x1f, 0x7f, 0x80, 0xc3, 0xff])("may not have the byte %i in it", (byte) => {
    expect(findPasscodeFault(Uint8Array.of(...ascii("x9!Lq2"), byte))).toBe("ERR_PASSCODE_CHARACTERS");
    expect(findPasscodeFault(Uint8Array.of(byte, ...ascii("x9!Lq2")))).toBe("ERR_PASSCODE_CHARACTERS");
  });

  it.each([
    "aaaaaa",
    "      ",
    "AaAaAa",
    "121212",
    "112211",
    "aabbab",
    "abcabc",
    "ABCabc",
    "1231231",
    "12341234",
    "lamp lamp ",
    "horsehorse",
  ])("repeats itself: %j", (text) => {
    expect(faultOf(text)).toBe("ERR_PASSCODE_REPEATED");
  });

  it.each([
    "123456",
    "12345678",
    "1234567890",
    "0123456",
    "987654",
    "0987654321",
    "abcdef",
    "ABCDEFGH",
    "AbCdEf",
    "uvwxyz",
    "zyxwvu",
    "fedcba",
    "qwertz",
    "QWERTY",
    "azerty",
    "ytrewq",
    "ztrewq",
    "asdfgh",
    "hgfdsa",
    "yxcvbn",
    "zxcvbn",
    "nbvcxy",
    "wertzu",
  ])("is a sequence: %s", (text) => {
    expect(faultOf(text)).toBe("ERR_PASSCODE_SEQUENCE");
  });

  it.each([
    "password",
    "Password1!",
    "PASSWORT",
    "passw0rd",
    "p@ssw0rd123",
    "123qwe",
    "letmein",
    "iloveyou",
    "hallo123",
    "Hallo2024!",
    "schatz",
    "admin123",
    "motdepasse",
    "contrasena",
    "qwertz123",
    "abc123",
    "abcdef1",
    "1q2w3e4r",
    "1qaz2wsx",
    "trustno1",
    "welcome1",
    "dragon99",
    "112233",
    "123321",
    "a123456",
    "geheim?!",
    "test.123",
  ])("is among the first that are tried: %s", (text) => {
    expect(faultOf(text)).toBe("ERR_PASSCODE_COMMON");
  });

  it.each(["passwords are odd", "qwertzkettle", "abcdefx9", "9password", "123456 kettle"])(
    "only begins or ends like one: %s",
    (text) => {
      expect(faultOf(text)).toBeNull();
    },
  );
});

/** The same rules for repetition and form, written with strings. */
function looksFine(text: string): boolean {
  const lower = text.toLowerCase();
  const period = [...lower].findIndex((_, at) => at > 0 && lower.startsWith(lower.slice(at)));
  return new Set(lower).size >= 3 && !(period > 0 && period <= lower.length / 2);
}

describe("whatever the passcode", () => {
  it("only printable ASCII of the right length passes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (passcode) => {
        if (findPasscodeFault(passcode) !== null) return;
        expect(passcode.length).toBeGreaterThanOrEqual(PASSCODE_SHORTEST);
        expect(passcode.length).toBeLessThanOrEqual(PASSCODE_LONGEST);
        expect(Buffer.from(passcode).toString("latin1")).toMatch(/^[\x20-\x7e]+$/);
      }),
    );
  });

  it("it is left as it was", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (passcode) => {
        const before = Uint8Array.from(passcode);
        findPasscodeFault(passcode);
        expect(passcode).toEqual(before);
      }),
    );
  });

  it("a byte beyond printable ASCII is found wherever it stands", () => {
    const beyond = fc.oneof(fc.integer({ min: 0, max: 0x1f }), fc.integer({ min: 0x7f, max: 0xff }));
    fc.assert(
      fc.property(bytesOf(printable, 0, 40), beyond, bytesOf(printable, 0, 40), (before, byte, after) => {
        expect(findPasscodeFault(Uint8Array.of(...before, byte, ...after))).toBe("ERR_PASSCODE_CHARACTERS");
      }),
    );
  });

  it("anything twice or more is a repetition", () => {
    fc.assert(
      fc.property(bytesOf(printable, 3, 16), fc.integer({ min: 2, max: 4 }), (pattern, times) => {
        const passcode = Uint8Array.from(Array.from({ length: times }, () => [...pattern]).flat());
        expect(findPasscodeFault(passcode)).toBe("ERR_PASSCODE_REPEATED");
      }),
    );
  });

  it("a run of digits or letters is a sequence, up and down, in capitals or not", () => {
    const row = fc.constantFrom("0123456789", "abcdefghijklmnopqrstuvwxyz");
    fc.assert(
      fc.property(row, fc.nat(25), fc.integer({ min: 6, max: 26 }), fc.boolean(), fc.boolean(), (...drawn) => {
        const [all, start, length, backwards, capitals] = drawn;
        const run = all.slice(start, start + length);
        fc.pre(run.length >= 6);
        const text = backwards ? [...run].reverse().join("") : run;
        expect(faultOf(capitals ? text.toUpperCase() : text)).toBe("ERR_PASSCODE_SEQUENCE");
      }),
    );
  });

  it("a well-known word stays one with digits and marks behind it, in capitals or not", () => {
    const word = fc.constantFrom("password", "passwort", "iloveyou", "schatz", "letmein", "motdepasse");
    const behind = fc.string({ unit: fc.constantFrom(..."0123456789!?."), maxLength: 10 });
    fc.assert(
      fc.property(word, behind, fc.boolean(), (known, more, capitals) => {
        expect(faultOf((capitals ? known.toUpperCase() : known) + more)).toBe("ERR_PASSCODE_COMMON");
      }),
    );
  });

  it("without repetition, with a capital, a symbol and a space in it, it is taken", () => {
    fc.assert(
      fc.property(bytesOf(printable, 3, 40), (bytes) => {
        const text = `#X ${Buffer.from(bytes).toString("ascii")}`;
        fc.pre(looksFine(text));
        expect(faultOf(text)).toBeNull();
      }),
    );
  });
});
