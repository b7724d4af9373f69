// Attacker: somebody at the computer, or with a copy of the keychain entry. Way: guesses one passcode after the other.
// Impact: the restricted key is unlocked, and PINs are changed (PSD2 RTS article 4(3)(b)).
// docs/threat-model.md#passcode-attempts, #passcode-slow
import { describe, expect, it } from "vitest";
import { PASSCODE_ATTEMPTS } from "../../src-contract/rules/passcode.ts";
import { readEnrolmentState, storeRecord } from "../../src-main/keys/enrolment-state.ts";
import { currentCost, MOST_MEMORY_BYTES } from "../../src-main/keys/key-wrapping.ts";
import { unlockRestrictedKey } from "../../src-main/keys/restricted-key.ts";
import {
  createFakeEnrolment,
  derive,
  passcode,
  recordAt,
  recordOf,
  smallCost,
  wrongPasscode,
} from "../unit/keys/fake-enrolment.ts";

const guess = (enrolment: ReturnType<typeof createFakeEnrolment>, entered = wrongPasscode()) =>
  unlockRestrictedKey(enrolment, derive, entered, smallCost);

it("there are five attempts, no more than the law allows", () => {
  expect(PASSCODE_ATTEMPTS).toBe(5);
});

it("after the fifth wrong one there is no key left to guess for, in any form", async () => {
  const enrolment = createFakeEnrolment(recordAt("bound"));
  const { wrapped } = recordAt("bound").restricted;
  for (let attempt = 1; attempt <= 5; attempt++) {
    expect(enrolment.entry).toContain(wrapped.ciphertext);
    await expect(guess(enrolment)).rejects.toHaveProperty("code");
  }
  for (const part of [wrapped.ciphertext, wrapped.salt, wrapped.iv, wrapped.tag, "wrapped", '"restricted"']) {
    expect(enrolment.entry).not.toContain(part);
  }
  await expect(guess(enrolment, passcode())).rejects.toMatchObject({ code: "ERR_KEY_ERASED" });
});

it("each guess is on record, and read back, before anything is derived for it", async () => {
  const enrolment = createFakeEnrolment(recordAt("bound"));
  const seen: unknown[] = [];
  const watching: typeof derive = (...args) => {
    seen.push(recordOf(enrolment));
    return derive(...args);
  };
  for (const wrong of [1, 2, 3, 4, 5]) {
    await expect(unlockRestrictedKey(enrolment, watching, wrongPasscode(), smallCost)).rejects.toHaveProperty("code");
    expect(seen.at(-1)).toEqual({ ...recordAt("bound"), wrong_passcodes: wrong });
  }
});

it("a keychain that takes no count gets no guess", async () => {
  const enrolment = createFakeEnrolment(recordAt("bound"));
  const forgetful = { ...enrolment.keychain, write: () => Promise.reject(new Error("not there afterwards")) };
  const never = () => expect.fail("derived");
  const { markers, scope } = enrolment;
  await expect(unlockRestrictedKey({ keychain: forgetful, markers, scope }, never, passcode())).rejects.toThrow();
});

it("a count that somebody has set higher than it can be makes the entry no entry of ours", async () => {
  const enrolment = createFakeEnrolment(recordAt("bound"));
  await storeRecord(enrolment, { ...recordAt("bound"), wrong_passcodes: 6 });
  expect(await readEnrolmentState(enrolment)).toEqual({ state: "unreadable" });
});

it("nothing tells a wrong passcode by anything but a code and a number", async () => {
  const enrolment = createFakeEnrolment(recordAt("bound"));
  const error = await guess(enrolment).catch((caught: unknown) => caught as Error);
  expect(error).toMatchObject({ message: "ERR_PASSCODE_WRONG", cause: undefined, details: { attemptsLeft: 4 } });
});

describe("a guess elsewhere, with a copy of the entry", () => {
  it("costs 128 MiB and the time to go through them", () => {
    const { N, r, p } = currentCost;
    expect(128 * N * r * p).toBe(128 * 2 ** 20);
    expect(128 * N * r).toBeLessThan(MOST_MEMORY_BYTES);
  });

  it("is not made cheaper by this program: a key that was wrapped with less is wrapped with as much at its next use", async () => {
    const enrolment = createFakeEnrolment(recordAt("bound"));
    await unlockRestrictedKey(enrolment, derive, passcode(), { ...smallCost, N: 64 });
    expect(recordOf(enrolment)).toMatchObject({ restricted: { wrapped: { scrypt: { N: 64 } } } });
  });
});
