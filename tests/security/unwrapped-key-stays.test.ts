// Attacker: somebody who reads the memory of main later. Way: the unwrapped restricted key, left in a buffer by success or
// failure. Impact: they change PINs without the passcode.
// docs/threat-model.md#unwrapped-key-wiped
import { beforeEach, describe, expect, it, vi } from "vitest";
import { AppError } from "../../src-main/app-error.ts";
import { changePasscode, makeWrappedKey, unlockRestrictedKey } from "../../src-main/keys/restricted-key.ts";
import { ascii } from "../unit/by-hand.ts";
import { createFakeEnrolment, derive, passcode, recordAt, smallCost } from "../unit/keys/fake-enrolment.ts";

/** Every unwrapped key that the real code made. */
const seen = vi.hoisted(() => [] as Uint8Array[]);
const keep = vi.hoisted(() => <T extends Uint8Array | null>(key: T): T => {
  if (key !== null) seen.push(key);
  return key;
});
vi.mock("../../src-main/keys/key-wrapping.ts", async (importActual) => {
  const actual = await importActual<typeof import("../../src-main/keys/key-wrapping.ts")>();
  return { ...actual, unwrapKey: (...args: Parameters<typeof actual.unwrapKey>) => keep(actual.unwrapKey(...args)) };
});
vi.mock("../../src-main/keys/p256-key-pair.ts", async (importActual) => {
  const actual = await importActual<typeof import("../../src-main/keys/p256-key-pair.ts")>();
  const makeP256KeyPair = () => {
    const made = actual.makeP256KeyPair();
    keep(made.pkcs8);
    return made;
  };
  return { ...actual, makeP256KeyPair };
});
beforeEach(() => {
  seen.length = 0;
});

const wiped = Buffer.alloc(138);
const dying = () => Promise.reject(new Error("the worker died"));
const next = ascii("zebra lamp");
const risen = { ...smallCost, N: 4 };

describe("an unwrapped key is wiped", () => {
  it.each<[string, () => Promise<unknown>]>([
    ["when it was made and wrapped", () => makeWrappedKey(derive, passcode(), "a-device", smallCost)],
    ["when it was made, and wrapping failed", () => makeWrappedKey(dying, passcode(), "a-device", smallCost)],
    [
      "when it was unlocked",
      () => unlockRestrictedKey(createFakeEnrolment(recordAt("bound")), derive, passcode(), smallCost),
    ],
    [
      "when it was wrapped anew",
      () => unlockRestrictedKey(createFakeEnrolment(recordAt("bound")), derive, passcode(), risen),
    ],
    [
      "when its passcode was changed",
      () => changePasscode(createFakeEnrolment(recordAt("bound")), derive, passcode(), next, smallCost),
    ],
    [
      "when wrapping it anew failed",
      () => unlockRestrictedKey(createFakeEnrolment(recordAt("bound")), onlyOnce(), passcode(), risen),
    ],
    [
      "when its passcode could not be changed",
      () => changePasscode(createFakeEnrolment(recordAt("bound")), onlyOnce(), passcode(), next, smallCost),
    ],
    [
      "when the right passcode could not be put on record",
      () => unlockRestrictedKey(locksAfterOne(), derive, passcode(), smallCost),
    ],
  ])("%s", async (_name, use) => {
    await use().catch(() => undefined);
    expect(seen).toEqual([wiped]);
  });
});

/** Derives once; the second time its worker dies. */
function onlyOnce(): typeof derive {
  let derived = 0;
  return (...args) => (++derived === 1 ? derive(...args) : dying());
}

/** Takes one change, then is locked. */
function locksAfterOne() {
  const { keychain, markers, scope } = createFakeEnrolment(recordAt("bound"));
  let changes = 0;
  const write = async (account: string, text: string) => {
    if (++changes > 1) throw new AppError("ERR_KEYCHAIN_LOCKED");
    await keychain.write(account, text);
  };
  return { keychain: { ...keychain, write }, markers, scope };
}
