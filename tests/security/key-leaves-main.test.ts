// Checklist row 62: one module turns stored bytes into a key and hands out signatures; no bridge answer has a key in it.
import { readFileSync } from "node:fs";
import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { describeOverview, type OverviewParts } from "../../src-main/bridge/overview.ts";
import { parsePinKey } from "../../src-main/change-pin/pin-key.ts";
import type { Enrolment } from "../../src-main/keys/enrolment-state.ts";
import { makeP256KeyPair } from "../../src-main/keys/p256-key-pair.ts";
import { createPresence } from "../../src-main/keys/presence.ts";
import { createRestrictedSigner } from "../../src-main/keys/restricted-signer.ts";
import { type CurrentCustomer, createCurrentCustomer } from "../../src-main/sign-in/current-customer.ts";
import { sourcesIn } from "../import-boundaries/lint-in-place.ts";
import { makeRsaKey } from "../unit/by-hand.ts";
import { createFakeEnrolment, recordAt, stages } from "../unit/keys/fake-enrolment.ts";

const sourceOf = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), "utf8");
const using = (pattern: RegExp) => sourcesIn("src-main").filter((file) => pattern.test(sourceOf(file)));

const unrestrictedFile = "src-main/keys/device-key.ts";
const pairFile = "src-main/keys/p256-key-pair.ts";
const restrictedFile = "src-main/keys/restricted-signer.ts";

describe("the private keys", () => {
  it("become keys in two files: the unrestricted and the restricted one's", () => {
    expect(using(/\bcreatePrivateKey\b/)).toEqual([unrestrictedFile, restrictedFile]);
    expect(using(/\bgenerateKeyPair/)).toEqual([pairFile]);
  });

  it("are made in DER, since Node 20 can lock up while it exports a generated key as JWK", () => {
    const makers = [...sourcesIn("src-main"), ...sourcesIn("src-sandbox")].map(sourceOf);
    const calls = makers.flatMap((source) => [...source.matchAll(/\bgenerate(?:KeyPairSync)?\("[\s\S]*?\);/g)]);
    expect(calls.length).toBeGreaterThan(1);
    for (const [call] of calls) expect(call).toMatch(/publicKeyEncoding[\s\S]*privateKeyEncoding/);
  });

  it("are used to sign in one file, which these two alone know", () => {
    expect(using(/\bsign\([^)]*dsaEncoding/)).toEqual(["src-main/keys/ecdsa.ts"]);
    expect(using(/from "\.\.?\/(?:device\/)?ecdsa\.ts"/)).toEqual([unrestrictedFile, restrictedFile]);
  });

  it("are read by few: the unrestricted one by its file and the one that describes its form", () => {
    expect(using(/\bprivate_key\b/)).toEqual([unrestrictedFile, "src-main/keys/enrolment-record.ts"]);
  });

  it("are read by few: the restricted one, unwrapped, by who makes, unlocks or changes it", () => {
    expect(using(/\bunwrapKey\(/)).toEqual(["src-main/keys/key-wrapping.ts", "src-main/keys/passcode-attempts.ts"]);
    expect(using(/\bpkcs8\b/)).toEqual([
      unrestrictedFile,
      pairFile,
      "src-main/keys/passcode-attempts.ts",
      "src-main/keys/restricted-key.ts",
      restrictedFile,
    ]);
  });

  it("are not handed out by a function of the window's or the backend's side", () => {
    const exported = (file: string) =>
      [...sourceOf(file).matchAll(/^export (?:async )?function (\w+)\(.*\): ([\w<>]+)/gm)].map(([, name, type]) => [
        name,
        type,
      ]);
    expect(exported(unrestrictedFile)).toEqual([
      ["makeKeyPair", "KeyPair"],
      ["signOneTimeCode", "string"],
      ["signNewKey", "string"],
    ]);
    expect(sourceOf("src-main/bridge/handlers.ts")).not.toMatch(
      /makeKeyPair|makeP256KeyPair|tryPasscode|unwrapKey|wrapKey/,
    );
  });

  it("an unlocked one shows nothing of itself", () => {
    const { pkcs8 } = makeP256KeyPair();
    const signer = createRestrictedSigner("a-device", pkcs8);
    expect(inspect(signer, { depth: 9, showHidden: true })).not.toMatch(/KeyObject|Buffer|Uint8Array/);
    expect(structuredClone({ deviceId: signer.deviceId })).toEqual({ deviceId: "a-device" });
    expect(() => structuredClone(signer)).toThrow(); // it cannot be sent over the bridge, even by mistake
  });

  it.each(stages)("are in nothing that the window sees: %s", async (stage) => {
    const record = recordAt(stage);
    const customer = createCurrentCustomer();
    customer.set({ customer_id: "customer-0000000001", name: "Ada" }, "MARKER-TOKEN");
    const seen = JSON.stringify(await describeOverview(partsOf(customer, createFakeEnrolment(record)), "host"));
    const { unrestricted } = record;
    const restricted = "restricted" in record ? Object.values(record.restricted.wrapped).map(String) : [];
    for (const secret of [
      unrestricted.private_key,
      unrestricted.public_key,
      recordAt("bound").restricted.public_key,
      ...restricted.filter((text) => text.length > 10),
      "MARKER-TOKEN",
      "customer-0000000001",
    ]) {
      expect(seen).not.toContain(secret);
    }
  });
});

function partsOf(customer: CurrentCustomer, enrolment: Enrolment): OverviewParts {
  return {
    clock: { msUntil: () => 0 },
    demo: null,
    customer,
    enrolment: () => enrolment,
    version: "1",
    presence: createPresence(),
    journal: {
      list: async () => [],
      secondsSince: async () => undefined,
      write: async () => {},
      remove: async () => {},
    },
    rules: {
      read: async () => {},
      readWaits: async () => {},
      routes: () => [],
      waits: () => ({ pin_change: null, binding: null, code: null }),
    },
    lock: { begin: () => {}, noteInput: () => {}, quietMs: () => 0, lock: () => {}, reason: () => null },
    lockTimes: { quietMs: 1, warningMs: 1 },
    codeCoolDownMs: 1,
  };
}

it("the imported PIN key cannot be exported again", async () => {
  const { publicKey } = await parsePinKey(makeRsaKey("a-key").jwk);
  await expect(crypto.subtle.exportKey("jwk", publicKey as CryptoKey)).rejects.toThrow();
});
