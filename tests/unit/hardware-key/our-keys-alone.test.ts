import { beforeEach, describe, expect, it } from "vitest";
import { answerQuestion } from "../../../src-hardware-key/answer-question.ts";
import { CKA } from "../../../src-hardware-key/cryptoki.ts";
import { CKR } from "../../../src-hardware-key/token-refusals.ts";
import { type FakeCryptoki, fakeCryptoki } from "./fake-cryptoki.ts";
import { key, keyId, newKey, publicKey, question } from "./token-questions.ts";

// Which key is made, taken for this computer's, and removed, whatever a token says of it (docs/hardware-key.md#the-id).

let fake: FakeCryptoki;
beforeEach(() => {
  fake = fakeCryptoki();
});

const make = (more = {}) => answerQuestion(() => fake, "makeKey", newKey(more));

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
    expect(wrapped).toMatchObject({ answered: { publicKey: publicKey(fake) } });
    expect(bare).toMatchObject({ answered: { publicKey: publicKey(fake) } });
  });

  it("is removed again if its point is on no curve", () => {
    fake.point = Buffer.concat([Buffer.from([0x04]), Buffer.alloc(64, 1)]);
    expect(make()).toMatchObject({ refused: { why: "not-capable" } });
    expect(fake.calls).toEqual(expect.arrayContaining(["destroyed 1", "destroyed 2"]));
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

it("makes a key under the id that it is given, in place of one that has it", () => {
  const answer = make({ keyId });
  expect(answer).toMatchObject({ answered: { keyId } });
  const made = fake.calls.indexOf("generateP256");
  expect(fake.calls.slice(0, made)).toContain("destroy");
  const before = fake.calls.length;
  make(); // without one nothing is looked for before it is made
  const later = fake.calls.slice(before);
  expect(later.slice(0, later.indexOf("generateP256"))).not.toContain("find");
});

describe("a key is removed", () => {
  const remove = (more = {}) => answerQuestion(() => fake, "removeKey", key(fake, more));

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
    const asked = kind === "sign" ? question(fake) : key(fake);
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
    expect(make({ keyId })).toMatchObject({
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
