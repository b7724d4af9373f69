// Attacker: a script in the window, or our own mistakes. Way: a function or an answer that hands out a private key.
// Impact: somebody else changes PINs in the cardholder's name, from any computer.
// docs/threat-model.md#keys-stay-in-main
import { readFileSync } from "node:fs";
import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { parsePinKey } from "../../src-main/change-pin/pin-key.ts";
import * as deviceKey from "../../src-main/keys/device-key.ts";
import { makeP256KeyPair } from "../../src-main/keys/p256-key-pair.ts";
import { createRestrictedSigner } from "../../src-main/keys/restricted-signer.ts";
import { sourcesIn } from "../import-boundaries/lint-in-place.ts";
import { makeRsaKey } from "../unit/by-hand.ts";
import { createFakeComputer } from "../unit/fake-computer.ts";
import { recordAt, stages } from "../unit/keys/fake-enrolment.ts";
import { ada, startCore, token } from "../unit/start-core.ts";

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
    expect(sourceOf("src-main/bridge/handlers.ts")).not.toMatch(
      /makeKeyPair|makeP256KeyPair|tryPasscode|unwrapKey|wrapKey/,
    );
  });

  it("are used by signers that do nothing but sign, each one form", () => {
    const { publicKey, pkcs8 } = makeP256KeyPair();
    const signer = createRestrictedSigner("a-device", pkcs8);
    expect(Object.getOwnPropertyNames(signer)).toEqual(["deviceId", "signEncryptedPin", "signStringToSign"]);
    expect(Object.getPrototypeOf(signer)).toBe(Object.prototype);
    expect(Object.keys(deviceKey).sort()).toEqual(["makeKeyPair", "signNewKey", "signOneTimeCode"]);
    expect(signer.signStringToSign("a-text")).not.toContain(publicKey.slice(2));
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
    const { handlers } = startCore({
      computer: createFakeComputer(record),
      backend: {
        getPolicy: async () => ({ pin_change_routes: ["signed"], accepted_protection_levels: [] }),
        getWaits: async () => ({ pin_change: 0, binding: 0, code: 0 }),
        getDevice: async (id) => ({ id, name: "A computer", created_at: null, key_purposes: [] }),
        listDevices: async () => ({ devices: [], limit: 5, left_out: 0 }),
      },
    });
    const seen = JSON.stringify([await handlers.signIn(ada.name), await handlers.listDevices()]);
    expect(seen).toContain(record.computer_name);
    const { unrestricted } = record;
    const restricted = "restricted" in record ? Object.values(record.restricted.wrapped).map(String) : [];
    for (const secret of [
      unrestricted.private_key,
      unrestricted.public_key,
      recordAt("bound").restricted.public_key,
      ...restricted.filter((text) => text.length > 10),
      token,
      ada.customer_id,
    ]) {
      expect(seen).not.toContain(secret);
    }
  });
});

it("the imported PIN key cannot be exported again", async () => {
  const { publicKey } = await parsePinKey(makeRsaKey("a-key").jwk);
  await expect(crypto.subtle.exportKey("jwk", publicKey as CryptoKey)).rejects.toThrow();
});
