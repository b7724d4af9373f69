// Attacker: somebody with a copy of the keychain entry. Way: reads the restricted key in it, or moves it to another
// device's entry or purpose. Impact: they change PINs without the passcode.
// docs/threat-model.md#restricted-key-wrapped
import { createPrivateKey } from "node:crypto";
import { describe, expect, it } from "vitest";
import { setPasscode } from "../../src-main/keys/bind-this-computer.ts";
import type { RecordAt, RestrictedKey } from "../../src-main/keys/enrolment-record.ts";
import { deriveFor, type KeyIdentity, unwrapKey, type WrappedKey, wrapKey } from "../../src-main/keys/key-wrapping.ts";
import { unlockRestrictedKey } from "../../src-main/keys/restricted-key.ts";
import {
  createFakeEnrolment,
  derive,
  markerOf,
  passcode,
  recordAt,
  recordOf,
  smallCost,
} from "../unit/keys/fake-enrolment.ts";
import { createFakeSolaris } from "../unit/keys/fake-solaris.ts";

const bound = recordAt("bound");
const { wrapped } = bound.restricted;
const own: KeyIdentity = { deviceId: "a-device", purpose: "restricted" };
const open = async (one: WrappedKey, as: KeyIdentity = own) =>
  unwrapKey(await deriveFor(derive, passcode(), one), one, as);

describe("the stored text", () => {
  it("has the private key nowhere, in no spelling, at no stage", async () => {
    const enrolment = createFakeEnrolment(recordAt("verified"));
    const stored: string[] = [];
    const keychain = {
      ...enrolment.keychain,
      write: (account: string, text: string) => {
        stored.push(text);
        return enrolment.keychain.write(account, text);
      },
    };
    const solaris = createFakeSolaris();
    solaris.add("a-device", bound.unrestricted.public_key, null);
    const { markers, scope } = enrolment;
    const binding = { enrolment: { keychain, markers, scope }, backend: solaris.backend };
    await setPasscode(binding, derive, passcode(), smallCost);
    const record = recordOf(enrolment) as RecordAt<"bound">;
    await unlockRestrictedKey(binding.enrolment, derive, passcode(), { ...smallCost, N: 4 });
    expect(stored.map((text) => JSON.parse(text).stage)).toEqual(["keyed", "bound", "bound", "bound", "bound"]);

    const pkcs8 = Buffer.from(
      (await open((record.restricted as RestrictedKey).wrapped)) ?? expect.fail("does not open"),
    );
    const key = createPrivateKey({ key: pkcs8, format: "der", type: "pkcs8" });
    const d = Buffer.from(key.export({ format: "jwk" }).d ?? "", "base64url");
    expect(d).toHaveLength(32);
    for (const secret of [pkcs8, d, d.subarray(0, 16), d.subarray(16)]) {
      for (const spelling of spellings(secret)) {
        for (const text of stored) expect(text.toLowerCase()).not.toContain(spelling.toLowerCase());
      }
    }
    // The check can find something: the unrestricted key is not wrapped.
    const open_ = Buffer.from(record.unrestricted.private_key, "base64url");
    expect(stored.every((text) => spellings(open_).some((spelling) => text.includes(spelling)))).toBe(true);
  });
});

/** Bytes as text, also as a part of longer base64: at each of its three offsets. */
function spellings(secret: Buffer): string[] {
  const shifted = [0, 1, 2].map((shift) => {
    const text = Buffer.concat([Buffer.alloc(shift), secret]).toString("base64");
    return text.slice(shift === 0 ? 0 : 4, -4);
  });
  const base64url = shifted.map((text) => text.replaceAll("+", "-").replaceAll("/", "_"));
  return [
    secret.toString("hex"),
    [...secret].join(","),
    BigInt(`0x${secret.toString("hex")}`).toString(),
    ...shifted,
    ...base64url,
  ];
}

describe("a wrapped key", () => {
  it("opens in its own place", async () => {
    expect(await open(wrapped)).not.toBeNull();
  });

  it.each<[string, KeyIdentity]>([
    ["another device", { ...own, deviceId: "b-device" }],
    ["no device", { ...own, deviceId: "" }],
    ["a device whose id begins like it", { ...own, deviceId: "a-device2" }],
    ["another purpose", { ...own, purpose: "unrestricted" as "restricted" }],
  ])("does not open as that of %s", async (_name, as) => {
    expect(await open(wrapped, as)).toBeNull();
  });

  it("does not open where only the seam between its names has moved", async () => {
    const one: KeyIdentity = { deviceId: 'a","b', purpose: "c" as "restricted" };
    const other: KeyIdentity = { deviceId: "a", purpose: 'b","c' as "restricted" };
    const moved = await wrapKey(derive, passcode(), new Uint8Array(138), one, smallCost);
    expect(await open(moved, one)).not.toBeNull();
    expect(await open(moved, other)).toBeNull();
  });

  it("does not open as one of another version", async () => {
    expect(await open({ ...wrapped, version: 2 as 1 })).toBeNull();
  });

  it("that was put into another device's entry is a wrong passcode there", async () => {
    const enrolment = createFakeEnrolment({ ...bound, device_id: "b-device" });
    enrolment.marker = markerOf("b-device");
    const unlocking = unlockRestrictedKey(enrolment, derive, passcode(), smallCost);
    await expect(unlocking).rejects.toMatchObject({ code: "ERR_PASSCODE_WRONG" });
  });

  it.each(["salt", "iv", "ciphertext", "tag"] as const)(
    "does not open with any bit of its %s flipped",
    async (part) => {
      const bytes = Buffer.from(wrapped[part], "base64url");
      for (let at = 0; at < bytes.length; at++) {
        for (const bit of at < 2 || at === bytes.length - 1 ? [1, 2, 4, 8, 16, 32, 64, 128] : [1 << (at % 8)]) {
          const flipped = Buffer.from(bytes);
          flipped[at] = (flipped[at] ?? 0) ^ bit;
          expect(await open({ ...wrapped, [part]: flipped.toString("base64url") })).toBeNull();
        }
      }
    },
  );

  it("does not open when something is missing from it or behind it", async () => {
    const bytes = Buffer.from(wrapped.ciphertext, "base64url");
    for (const other of [bytes.subarray(1), bytes.subarray(0, -1), Buffer.concat([bytes, Buffer.alloc(1)])]) {
      expect(await open({ ...wrapped, ciphertext: other.toString("base64url") })).toBeNull();
    }
  });

  it("takes no shorter tag", async () => {
    const tag = Buffer.from(wrapped.tag, "base64url").subarray(0, 4).toString("base64url");
    await expect(open({ ...wrapped, tag })).rejects.toThrow();
  });
});
