import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { answerQuestion } from "../../../src-hardware-key/answer-question.ts";
import { requireKnownModule } from "../../../src-hardware-key/known-module.ts";
import { CKR, requireOk } from "../../../src-hardware-key/token-refusals.ts";
import { type FakeCryptoki, fakeCryptoki } from "./fake-cryptoki.ts";
import { key, newKey, question } from "./token-questions.ts";

let fake: FakeCryptoki;
beforeEach(() => {
  fake = fakeCryptoki();
});

const sign = (more = {}) => answerQuestion(() => fake, "sign", question(fake, more));
const make = () => answerQuestion(() => fake, "makeKey", newKey());

describe("the PIN", () => {
  const ways: [string, () => void, object][] = [
    ["it was right", () => {}, {}],
    ["it was wrong", () => Object.assign(fake.returns, { login: CKR.PIN_INCORRECT }), {}],
    ["the module failed before", () => Object.assign(fake.returns, { initialize: CKR.DEVICE_ERROR }), {}],
    ["the question is no question", () => {}, { digest: "text" }],
  ];
  it.each(ways)("is wiped when %s", (_, arrange, more) => {
    arrange();
    const asked = question(fake, more);
    answerQuestion(() => fake, "sign", asked);
    expect(asked.pin).toEqual(new Uint8Array(6));
  });

  it("is wiped when the module cannot be loaded", () => {
    const asked = question(fake);
    const load = () => {
      throw new Error("no module");
    };
    expect(answerQuestion(load, "sign", asked)).toEqual({ refused: { why: "failed", returned: null, tries: null } });
    expect(asked.pin).toEqual(new Uint8Array(6));
  });
});

describe("whatever the module returns", () => {
  it("the holder is logged out again, and the module ended", () => {
    fake.returns.signDigest = CKR.DEVICE_REMOVED;
    sign();
    expect(fake.calls.slice(-4)).toEqual(["signDigest", "logout", "closeSession", "finalize"]);
  });

  it("what was done stands, though the module does not end well", () => {
    Object.assign(fake.returns, { logout: CKR.DEVICE_ERROR, closeSession: CKR.DEVICE_ERROR, finalize: 0x05 });
    expect(sign()).toHaveProperty("answered");
  });

  it("the first failure is told, and not that of the way back", () => {
    Object.assign(fake.returns, { signDigest: CKR.DEVICE_REMOVED, logout: CKR.DEVICE_ERROR, closeSession: 0x30 });
    expect(sign()).toEqual({ refused: { why: "no-token", returned: CKR.DEVICE_REMOVED, tries: null } });
  });

  const meanings: [keyof FakeCryptoki["returns"], number, string][] = [
    ["login", CKR.PIN_INCORRECT, "wrong-pin"],
    ["login", CKR.PIN_INVALID, "wrong-pin"],
    ["login", CKR.PIN_LEN_RANGE, "pin-length"],
    ["login", CKR.PIN_LOCKED, "locked"],
    ["login", CKR.USER_PIN_NOT_INITIALIZED, "pin-not-set"],
    ["openSession", CKR.TOKEN_NOT_PRESENT, "no-token"],
    ["signDigest", CKR.TOKEN_NOT_RECOGNIZED, "no-token"],
    ["signDigest", CKR.KEY_HANDLE_INVALID, "no-key"],
    ["signDigest", CKR.DEVICE_ERROR, "failed"],
  ];
  it.each(meanings)("%s: 0x%x is %s", (name, returned, why) => {
    fake.returns[name] = returned;
    expect(sign()).toMatchObject({ refused: { why, returned } });
  });

  it.each([CKR.MECHANISM_INVALID, CKR.USER_NOT_LOGGED_IN, CKR.TOKEN_WRITE_PROTECTED, CKR.TEMPLATE_INCONSISTENT])(
    "0x%x while a key is made: it cannot be made there",
    (returned) => {
      fake.returns.generateP256 = returned;
      expect(make()).toMatchObject({ refused: { why: "not-capable", returned } });
    },
  );

  it("0x31 while a key is made: there is no room", () => {
    fake.returns.generateP256 = CKR.DEVICE_MEMORY;
    expect(make()).toMatchObject({ refused: { why: "token-full" } });
  });
});

describe("beside a card that no module knows, in another reader", () => {
  const withBrokenAt = (broken: number) => {
    fake.slots = () => [7, 8];
    fake.tokenInfo = (slot) => {
      if (slot === broken) requireOk(CKR.TOKEN_NOT_RECOGNIZED);
      return fake.info;
    };
  };
  it.each([7, 8])("the token is found and listed: slot %i", (broken) => {
    withBrokenAt(broken);
    expect(sign()).toHaveProperty("answered");
    expect(answerQuestion(() => fake, "tokens", {})).toMatchObject({ answered: { tokens: [{ serial: "1" }] } });
  });

  it("and nothing else, its refusal is told", () => {
    withBrokenAt(7);
    fake.slots = () => [7];
    expect(sign()).toMatchObject({ refused: { why: "no-token", returned: CKR.TOKEN_NOT_RECOGNIZED } });
  });
});

describe("a PIN is not tried", () => {
  const flags: [string, number, string][] = [
    ["at a token that is locked", 0x4_0408, "locked"],
    ["at one that takes it on its own keypad", 0x508, "own-keypad"],
    ["at one whose holder has none", 0x400, "pin-not-set"],
    ["at one that is not set up", 0x8, "pin-not-set"],
  ];
  it.each(flags)("%s", (_, flags, why) => {
    fake.info = { ...fake.info, flags };
    expect(sign()).toMatchObject({ refused: { why } });
    expect(fake.calls).not.toContain("login");
  });

  it.each(["123", "123456789"])("if it has not a length of the token's: %s", (text) => {
    expect(sign({ pin: Uint8Array.from(Buffer.from(text)) })).toMatchObject({ refused: { why: "pin-length" } });
    expect(fake.calls).not.toContain("login");
  });

  describe("if a wrong one would lock the token, and whoever entered it does not know", () => {
    const asked = () => ({ ...key(fake), sparesLastTry: true }) as const;
    it("which is told", () => {
      fake.info = { ...fake.info, flags: 0x3_0408 };
      for (const kind of ["checkKey", "makeKey"] as const) {
        const made = { ...newKey(), sparesLastTry: true };
        const question = kind === "makeKey" ? made : asked();
        expect(answerQuestion(() => fake, kind, question)).toMatchObject({ refused: { why: "last-try" } });
        expect(question.pin).toEqual(new Uint8Array(6));
      }
      expect(fake.calls).not.toContain("login");
    });

    it("but is tried with more tries than one, and where it is known", () => {
      fake.info = { ...fake.info, flags: 0x1_0408 };
      expect(answerQuestion(() => fake, "checkKey", asked())).toEqual({ answered: {} });
      fake.info = { ...fake.info, flags: 0x3_0408 };
      expect(answerQuestion(() => fake, "checkKey", key(fake))).toEqual({ answered: {} });
    });
  });

  it("is tried where the token says nothing of lengths", () => {
    fake.info = { ...fake.info, pinLength: null };
    expect(sign({ pin: Uint8Array.from(Buffer.from("1")) })).toHaveProperty("answered");
  });
});

describe("after a wrong PIN", () => {
  const counters: [number, string][] = [
    [0x408, "untold"],
    [0x1_0408, "few"],
    [0x3_0408, "last"],
  ];
  it.each(counters)("flags 0x%x: %s tries", (flags, tries) => {
    fake.info = { ...fake.info, flags };
    fake.returns.login = CKR.PIN_INCORRECT;
    expect(sign()).toMatchObject({ refused: { why: "wrong-pin", tries } });
  });

  it("that was the last one, no try is left, whatever the flags say", () => {
    fake.returns.login = CKR.PIN_LOCKED;
    expect(sign()).toMatchObject({ refused: { why: "locked", tries: "none" } });
  });

  it("says nothing of tries if the token is gone by then", () => {
    const login = fake.login;
    fake.login = (...words) => {
      fake.returns.slots = CKR.DEVICE_REMOVED;
      login(...words);
    };
    fake.returns.login = CKR.PIN_INCORRECT;
    expect(sign()).toMatchObject({ refused: { why: "wrong-pin", tries: null } });
  });
});

it("two tokens of one name: a PIN, which would count at the wrong one, is tried at neither", () => {
  fake.slots = () => [7, 8];
  expect(sign()).toMatchObject({ refused: { why: "two-tokens" } });
  expect(fake.calls).not.toContain("login");
});

it("two keys of one id: neither signs", () => {
  fake.find = () => [1, 2];
  expect(sign()).toMatchObject({ refused: { why: "two-keys" } });
});

it("a module is named by its whole path: the system looks for others in many folders", () => {
  const here = path.relative(process.cwd(), import.meta.filename);
  const sha256 = createHash("sha256").update(readFileSync(here)).digest("hex");
  expect(() => requireKnownModule({ file: here, sha256 })).toThrow("module-missing");
  expect(() => requireKnownModule({ file: path.resolve(here), sha256 })).not.toThrow();
});
