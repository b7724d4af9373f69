import { describe, expect, it } from "vitest";
import { makeKeyPair } from "../../../src-main/keys/device-key.ts";
import {
  type EnrolmentRecord,
  enrolmentRecord,
  parseEnrolmentRecord,
} from "../../../src-main/keys/enrolment-record.ts";
import { storeRecord } from "../../../src-main/keys/enrolment-state.ts";
import { makeWrappedKey } from "../../../src-main/keys/restricted-key.ts";
import { createFakeEnrolment, derive, passcode, recordAt, scope, smallCost, stages } from "./fake-enrolment.ts";

describe("the record of an enrolment", () => {
  it.each(stages)("comes back from its text as it was: %s", (stage) => {
    expect(parseEnrolmentRecord(JSON.stringify(recordAt(stage)), scope)).toEqual(recordAt(stage));
  });

  it.each(stages)("belongs to one customer: %s of another is not read", (stage) => {
    expect(parseEnrolmentRecord(JSON.stringify(recordAt(stage)), "of-somebody-else")).toBeNull();
  });

  it.each([
    ["My\u202e computer\0", "My computer"],
    ["\u200b\u200b", "–"],
  ])("names this computer without what misleads: %j", (said, shown) => {
    const record = { ...recordAt("bound"), computer_name: said };
    expect(parseEnrolmentRecord(JSON.stringify(record), scope)).toMatchObject({ computer_name: shown });
  });

  const bound = recordAt("bound");
  it.each<[string, string]>([
    ["no JSON", "{"],
    ["nothing", ""],
    ["null", "null"],
    ["an array", JSON.stringify([bound])],
    ["a stage of a later version", JSON.stringify({ ...bound, stage: "renewing" })],
    ["version 1, which was never released", JSON.stringify({ ...bound, version: 1 })],
    ["a later version", JSON.stringify({ ...bound, version: 3 })],
    ["a member of a later version", JSON.stringify({ ...bound, hardware: true })],
    ["no restricted key", JSON.stringify({ ...bound, restricted: undefined })],
    [
      "a private key that is too short",
      JSON.stringify({ ...bound, unrestricted: { ...bound.unrestricted, private_key: "AA" } }),
    ],
    ["a restricted key that is not wrapped", JSON.stringify({ ...bound, restricted: makeKeyPair() })],
    [
      "a restricted key that is there unwrapped too",
      JSON.stringify({ ...bound, restricted: { ...bound.restricted, private_key: makeKeyPair().private_key } }),
    ],
    ["a wrapped key before there is one", JSON.stringify({ ...recordAt("verified"), restricted: bound.restricted })],
    ["a key after it was erased", JSON.stringify({ ...recordAt("erased"), restricted: bound.restricted })],
    ["no count of wrong passcodes", JSON.stringify({ ...bound, wrong_passcodes: undefined })],
    ["fewer than no wrong passcodes", JSON.stringify({ ...bound, wrong_passcodes: -1 })],
    ["half a wrong passcode", JSON.stringify({ ...bound, wrong_passcodes: 0.5 })],
    ["more wrong passcodes than there can be", JSON.stringify({ ...bound, wrong_passcodes: 6 })],
    ["a public key that is none", JSON.stringify({ ...bound, restricted: { ...bound.restricted, public_key: "04" } })],
    ["a device id that leads elsewhere", JSON.stringify({ ...bound, device_id: "../cards" })],
    ["bound without a device", JSON.stringify({ ...bound, device_id: undefined })],
    ["bound with a challenge", JSON.stringify({ ...bound, challenge_id: "a" })],
  ])("is not made from %s", (_name, text) => {
    expect(parseEnrolmentRecord(text, scope)).toBeNull();
  });

  const wrapped = (change: object) =>
    JSON.stringify({
      ...bound,
      restricted: { ...bound.restricted, wrapped: { ...bound.restricted.wrapped, ...change } },
    });
  it.each<[string, object]>([
    ["another version", { version: 2 }],
    ["no salt", { salt: "" }],
    ["a salt that is too short", { salt: "AAAA" }],
    ["bytes in a spelling that is not theirs", { iv: "AAAAAAAAAAAAAAA=" }],
    ["bits that belong to no byte", { tag: "AAAAAAAAAAAAAAAAAAAAAB" }],
    ["a tag that is cut", { tag: "AAAA" }],
    ["no ciphertext", { ciphertext: "" }],
    ["far too much ciphertext", { ciphertext: "A".repeat(400) }],
    ["an N that is no power of two", { scrypt: { N: 1000, r: 8, p: 1 } }],
    ["an N of one", { scrypt: { N: 1, r: 8, p: 1 } }],
    ["more memory than 256 MiB", { scrypt: { N: 2 ** 18, r: 8, p: 1 } }],
    ["far more time", { scrypt: { N: 2 ** 17, r: 8, p: 17 } }],
    ["a cost that does not end", { scrypt: { N: Number.MAX_SAFE_INTEGER, r: 8, p: 1 } }],
    ["a parameter of a later version", { scrypt: { N: 2, r: 1, p: 1, q: 1 } }],
  ])("is not made from a wrapped key with %s", (_name, change) => {
    expect(parseEnrolmentRecord(wrapped({}), scope)).not.toBeNull();
    expect(parseEnrolmentRecord(wrapped(change), scope)).toBeNull();
  });

  it.each(stages)(
    "fits into one Windows credential (2,560 bytes) with every value as long as it may be: %s",
    async (stage) => {
      const longest = {
        ...recordAt(stage),
        computer_name: "\u4e2d".repeat(64), // six bytes each, once it is ASCII
        ...(stage !== "requested" && { device_id: "d".repeat(64) }),
        ...(stage === "challenged" && {
          challenge_id: "c".repeat(64),
          expires_at: "2031-01-01T00:00:00.123456789+00:00",
        }),
      } as EnrolmentRecord;
      if ("restricted" in longest) {
        longest.restricted = await makeWrappedKey(derive, passcode(), "d".repeat(64), smallCost);
        longest.restricted.wrapped.scrypt = { N: 2 ** 17, r: 15, p: 16 };
      }
      expect(enrolmentRecord.safeParse(longest).success).toBe(true);
      const enrolment = createFakeEnrolment();
      await storeRecord(enrolment, longest);
      const stored = enrolment.entry ?? "";
      expect(stored).toMatch(/^[\x20-\x7e]+$/);
      expect(stored.length).toBeLessThanOrEqual(2560);
      expect(parseEnrolmentRecord(stored, scope)).toEqual(longest);
    },
  );
});
