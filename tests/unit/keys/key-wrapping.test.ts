import { Decipheriv } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import {
  type Derivation,
  deriveFor,
  isOutdated,
  type KeyIdentity,
  unwrapKey,
  type WrappedKey,
  wrapKey,
} from "../../../src-main/keys/key-wrapping.ts";
import { runs } from "../../long-form.ts";
import { ascii } from "../by-hand.ts";
import { derive, smallCost } from "./fake-enrolment.ts";

const identity: KeyIdentity = { deviceId: "a-device", purpose: "restricted" };
const key = () => Uint8Array.from({ length: 138 }, (_, at) => (at * 7) % 251);
const wrap = (passcode = ascii("blue-Kettle 7"), cost = smallCost) => wrapKey(derive, passcode, key(), identity, cost);
const unwrap = async (wrapped: WrappedKey, passcode = ascii("blue-Kettle 7"), as = identity) =>
  unwrapKey(await deriveFor(derive, passcode, wrapped), wrapped, as);

describe("a wrapped key", () => {
  it("opens with its passcode, as what it was", async () => {
    expect(await unwrap(await wrap())).toEqual(Buffer.from(key()));
  });

  it("opens with any passcode of any bytes, and with that one only", async () => {
    const bytes = fc.uint8Array({ minLength: 1, maxLength: 64 });
    await fc.assert(
      fc.asyncProperty(bytes, bytes, async (passcode, other) => {
        const wrapped = await wrap(passcode);
        expect(await unwrap(wrapped, passcode)).not.toBeNull();
        if (!Buffer.from(passcode).equals(other)) expect(await unwrap(wrapped, other)).toBeNull();
      }),
      { numRuns: runs(50, 500) },
    );
  });

  it("has all new randomness each time", async () => {
    const [one, two] = [await wrap(), await wrap()];
    expect(one.scrypt).toEqual(two.scrypt);
    for (const part of ["salt", "iv", "ciphertext", "tag"] as const) expect(one[part]).not.toBe(two[part]);
  });

  it("says by what it was wrapped", async () => {
    const cost = { N: 4, r: 2, p: 3 };
    const wrapped = await wrap(undefined, cost);
    expect(wrapped).toMatchObject({ version: 1, scrypt: cost });
    expect(await unwrap(wrapped)).not.toBeNull();
    for (const other of [{ N: 8 }, { r: 3 }, { p: 2 }]) {
      expect(await unwrap({ ...wrapped, scrypt: { ...cost, ...other } })).toBeNull();
    }
  });

  it("is outdated where any of its parameters is less than today's", () => {
    const at = (scrypt: WrappedKey["scrypt"]) => ({ scrypt }) as WrappedKey;
    const today = { N: 8, r: 8, p: 2 };
    expect(isOutdated(at(today), today)).toBe(false);
    expect(isOutdated(at({ N: 16, r: 8, p: 2 }), today)).toBe(false);
    for (const less of [{ N: 4 }, { r: 4 }, { p: 1 }]) expect(isOutdated(at({ ...today, ...less }), today)).toBe(true);
  });
});

describe("what is wiped", () => {
  /** Keeps what was derived. */
  const watched = () => {
    const derived: Uint8Array[] = [];
    const deriveAndKeep = async (passcode: Uint8Array, derivation: Derivation) => {
      const one = await derive(passcode, derivation);
      derived.push(one);
      return one;
    };
    return { derived, deriveAndKeep };
  };

  it("is the derived key, after wrapping, after opening, and when it does not open", async () => {
    const { derived, deriveAndKeep } = watched();
    const wrapped = await wrapKey(deriveAndKeep, ascii("blue-Kettle 7"), key(), identity, smallCost);
    for (const passcode of ["blue-Kettle 7", "blue-Kettle 8"]) {
      unwrapKey(await deriveFor(deriveAndKeep, ascii(passcode), wrapped), wrapped, identity);
    }
    expect(derived.map((one) => Buffer.from(one).toString("hex"))).toEqual(Array(3).fill("00".repeat(32)));
  });

  it("is the key that was decrypted but is not authentic", async () => {
    const wrapped = await wrapKey(derive, ascii("blue-Kettle 7"), key(), identity, smallCost);
    const update = vi.spyOn(Decipheriv.prototype, "update");
    const another = { ...identity, deviceId: "another-device" };
    expect(unwrapKey(await deriveFor(derive, ascii("blue-Kettle 7"), wrapped), wrapped, another)).toBeNull();
    const decrypted = update.mock.results.map(({ value }) => value);
    update.mockRestore();
    expect(decrypted).toEqual([Buffer.alloc(key().length)]);
  });

  it("is neither the passcode nor the key: they are the caller's", async () => {
    const [passcode, own] = [ascii("blue-Kettle 7"), key()];
    await wrapKey(derive, passcode, own, identity, smallCost);
    expect([passcode, own]).toEqual([ascii("blue-Kettle 7"), key()]);
  });
});
