import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { answerQuestion } from "../../../src-hardware-key/answer-question.ts";
import { CKA } from "../../../src-hardware-key/cryptoki.ts";
import { requireKnownModule } from "../../../src-hardware-key/known-module.ts";
import { CKR, requireOk } from "../../../src-hardware-key/token-refusals.ts";
import { type FakeCryptoki, fakeCryptoki } from "./fake-cryptoki.ts";

let fake: FakeCryptoki;
beforeEach(() => {
  fake = fakeCryptoki();
});

const token = { serial: "1", label: "card" };
const keyId = "00112233445566778899aabbccddeeff";
const pin = () => Uint8Array.from(Buffer.from("604213"));
/** The public half that the fake's point says. */
const publicKey = () => Buffer.from(fake.point.subarray(-65)).toString("hex");
const key = (more = {}) => ({ token, pin: pin(), keyId, publicKey: publicKey(), ...more });
const question = (more = {}) => key({ digest: new Uint8Array(32), ...more });
const sign = (more = {}) => answerQuestion(() => fake, "sign", question(more));
const make = () => answerQuestion(() => fake, "makeKey", { token, pin: pin(), digest: new Uint8Array(32) });

describe("the PIN", () => {
  const ways: [string, () => void, object][] = [
    ["it was right", () => {}, {}],
    ["it was wrong", () => Object.assign(fake.returns, { login: CKR.PIN_INCORRECT }), {}],
    ["the module failed before", () => Object.assign(fake.returns, { initialize: CKR.DEVICE_ERROR }), {}],
    ["the question is no question", () => {}, { digest: "text" }],
  ];
  it.each(ways)("is wiped when %s", (_, arrange, more) => {
    arrange();
    const asked = question(more);
    answerQuestion(() => fake, "sign", asked);
    expect(asked.pin).toEqual(new Uint8Array(6));
  });

  it("is wiped when the module cannot be loaded", () => {
    const asked = question();
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

describe("a key that could not be found again is removed, and none was made", () => {
  const ways: [string, () => void][] = [
    ["with another label than it was given", () => Object.assign(fake, { label: "Cardbound " })],
    ["under another id", () => Object.assign(fake, { find: () => [] })],
    ["with another point", () => Object.assign(fake, { point: otherPointAtLast() })],
  ];
  /** The right point when it is read first, as the key was made, and another one's later. */
  function otherPointAtLast(): Uint8Array {
    const { attribute, point } = fake;
    let reads = 0;
    fake.attribute = (session, object, type) => {
      if (type !== CKA.EC_POINT || reads++ === 0) return attribute(session, object, type);
      return fakeCryptoki().point;
    };
    return point;
  }
  it.each(ways)("%s", (_, arrange) => {
    arrange();
    expect(make()).toMatchObject({ refused: { why: "not-capable" } });
    expect(fake.calls).toEqual(expect.arrayContaining(["destroyed 1", "destroyed 2"]));
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

describe("a key that was made", () => {
  const weak: [string, number, number][] = [
    ["was not made on the token", CKA.LOCAL, 0],
    ["can be read", CKA.SENSITIVE, 0],
    ["can leave", CKA.EXTRACTABLE, 1],
    ["could leave before", CKA.NEVER_EXTRACTABLE, 0],
  ];
  it.each(weak)("is removed again if it %s", (_, attribute, value) => {
    fake.says.set(attribute, value);
    expect(make()).toMatchObject({ refused: { why: "not-capable" } });
    expect(fake.calls).toEqual(expect.arrayContaining(["destroyed 1", "destroyed 2"]));
  });

  it("is refused all the same if it cannot be removed", () => {
    fake.says.set(CKA.EXTRACTABLE, 1);
    fake.returns.destroy = CKR.DEVICE_ERROR;
    expect(make()).toMatchObject({ refused: { why: "not-capable" } });
    expect(fake.calls.filter((name) => name === "destroy")).toHaveLength(2);
  });

  it("is told by its point, wrapped or not", () => {
    const wrapped = make();
    fake.point = fake.point.subarray(2);
    const bare = make();
    expect(wrapped).toMatchObject({ answered: { publicKey: publicKey() } });
    expect(bare).toMatchObject({ answered: { publicKey: publicKey() } });
  });

  it("is removed again if its point is on no curve", () => {
    fake.point = Buffer.concat([Buffer.from([0x04]), Buffer.alloc(64, 1)]);
    expect(make()).toMatchObject({ refused: { why: "not-capable" } });
    expect(fake.calls).toEqual(expect.arrayContaining(["destroyed 1", "destroyed 2"]));
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

it("makes a key under the id that it is given, in place of one that has it", () => {
  const answer = answerQuestion(() => fake, "makeKey", { token, pin: pin(), keyId, digest: new Uint8Array(32) });
  expect(answer).toMatchObject({ answered: { keyId } });
  const made = fake.calls.indexOf("generateP256");
  expect(fake.calls.slice(0, made)).toContain("destroy");
  const before = fake.calls.length;
  make(); // without one nothing is looked for before it is made
  const later = fake.calls.slice(before);
  expect(later.slice(0, later.indexOf("generateP256"))).not.toContain("find");
});

describe("a key is removed", () => {
  const remove = (more = {}) => answerQuestion(() => fake, "removeKey", key(more));

  it("both halves, and found no more", () => {
    expect(remove()).toEqual({ answered: {} });
    expect(fake.calls).toEqual(expect.arrayContaining(["destroyed 1", "destroyed 2"]));
    expect(remove()).toEqual({ answered: {} }); // not there any more
  });

  it("and is not said to be where the token keeps it", () => {
    fake.keepsAll = true;
    expect(remove()).toMatchObject({ refused: { why: "failed" } });
  });

  it("also where an earlier removal has left its public half alone", () => {
    fake.gone.add(2);
    expect(remove()).toEqual({ answered: {} });
    expect(fake.calls).toContain("destroyed 1");
  });

  it("not where its private half is alone, and could be another's", () => {
    fake.gone.add(1);
    expect(remove()).toMatchObject({ refused: { why: "no-key" } });
    expect(fake.calls).not.toContain("destroy");
  });
});

describe("another key that has the id of ours", () => {
  const others: [string, () => void][] = [
    ["is somebody else's by its label", () => Object.assign(fake, { label: "company" })],
    ["is another one of ours", () => Object.assign(fake, { point: fakeCryptoki().point })],
    ["is of another curve", () => Object.assign(fake, { point: Buffer.alloc(99, 4) })],
  ];
  const asking = (kind: "checkKey" | "removeKey" | "sign") => {
    const asked = kind === "sign" ? question() : key();
    return () => answerQuestion(() => fake, kind, asked); // with the public key from before
  };
  for (const kind of ["checkKey", "removeKey", "sign"] as const)
    it.each(others)(`is left alone by ${kind}, if it %s`, (_, arrange) => {
      const ask = asking(kind);
      arrange();
      expect(ask()).toMatchObject({ refused: { why: "not-ours" } });
      for (const call of ["destroy", "signDigest"]) expect(fake.calls).not.toContain(call);
    });

  it("is not replaced by a new one, if its label is not ours", () => {
    fake.label = "company";
    expect(
      answerQuestion(() => fake, "makeKey", { token, pin: pin(), keyId, digest: new Uint8Array(32) }),
    ).toMatchObject({
      refused: { why: "not-ours" },
    });
    for (const call of ["destroy", "generateP256"]) expect(fake.calls).not.toContain(call);
  });
});

it.each([CKA.LOCAL, CKA.SENSITIVE, CKA.EXTRACTABLE, CKA.NEVER_EXTRACTABLE])(
  "a key of which the token says nothing under 0x%x is removed again",
  (silent) => {
    const { attribute } = fake;
    fake.attribute = (session, object, type) =>
      object === 2 && type === silent ? new Uint8Array() : attribute(session, object, type);
    expect(make()).toMatchObject({ refused: { why: "not-capable" } });
    expect(fake.calls).toEqual(expect.arrayContaining(["destroyed 1", "destroyed 2"]));
  },
);
