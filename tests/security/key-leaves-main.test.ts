// Attacker: a script in the window, or our own mistakes. Way: a function or an answer that hands out a private key.
// Impact: somebody else changes PINs in the cardholder's name, from any computer.
// docs/threat-model.md#keys-stay-in-main

import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { parsePinKey } from "../../src-main/change-pin/pin-key.ts";
import * as deviceKey from "../../src-main/keys/device-key.ts";
import type { RestrictedKey } from "../../src-main/keys/enrolment-record.ts";
import { makeP256KeyPair } from "../../src-main/keys/p256-key-pair.ts";
import { createRestrictedSigner } from "../../src-main/keys/restricted-signer.ts";
import { makeRsaKey } from "../unit/by-hand.ts";
import { createFakeComputer } from "../unit/fake-computer.ts";
import { recordAt, stages } from "../unit/keys/fake-enrolment.ts";
import { ada, startCore, token } from "../unit/start-core.ts";

// Which file may make, unwrap, read or use a private key is declared in build/import-boundaries/reserved.mjs, and what
// each imports of node:crypto in main-boundaries.mjs, held by the linter and tried in tests/import-boundaries.

describe("the private keys", () => {
  it("are used by signers that do nothing but sign, each one form", () => {
    const { publicKey, pkcs8 } = makeP256KeyPair();
    const signer = createRestrictedSigner("a-device", pkcs8);
    expect(Object.getOwnPropertyNames(signer)).toEqual(["deviceId", "signEncryptedPin", "signStringToSign", "end"]);
    expect(Object.getPrototypeOf(signer)).toBe(Object.prototype);
    expect(Object.keys(deviceKey).sort()).toEqual(["makeKeyPair", "signLetterCode", "signNewKey", "signOneTimeCode"]);
    expect(signer.signStringToSign("a-text")).not.toContain(publicKey.slice(2));
  });

  it("an unlocked one shows nothing of itself", () => {
    const { pkcs8 } = makeP256KeyPair();
    const signer = createRestrictedSigner("a-device", pkcs8);
    expect(inspect(signer, { depth: 9, showHidden: true })).not.toMatch(/KeyObject|Buffer|Uint8Array/);
    expect(JSON.stringify(signer)).toBe('{"deviceId":"a-device"}');
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
    const seen = JSON.stringify([await handlers.signIn(ada.name), await handlers.listDevices(true)]);
    expect(seen).toContain(record.computer_name);
    const { unrestricted } = record;
    const restricted =
      "restricted" in record ? Object.values((record.restricted as RestrictedKey).wrapped).map(String) : [];
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
