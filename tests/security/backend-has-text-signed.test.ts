// Attacker: a hostile backend, or a script in the window. Way: it has a text of its choice signed as if it were a code or a
// key. Impact: with a signed JWE of its own it sets a PIN that it knows.
// docs/threat-model.md#nothing-signed-on-demand, #one-form-per-signer
import { describe, expect, it } from "vitest";
import { bridgeMethods } from "../../src-contract/bridge/bridge-methods.ts";
import type { BackendClient } from "../../src-main/backend/backend-client.ts";
import { BackendError } from "../../src-main/backend/backend-error.ts";
import { encryptPin } from "../../src-main/change-pin/pin-jwe.ts";
import { parsePinKey } from "../../src-main/change-pin/pin-key.ts";
import { requestCode } from "../../src-main/keys/bind-this-computer.ts";
import { makeKeyPair, signLetterCode, signNewKey, signOneTimeCode } from "../../src-main/keys/device-key.ts";
import { makeP256KeyPair } from "../../src-main/keys/p256-key-pair.ts";
import { createRestrictedSigner } from "../../src-main/keys/restricted-signer.ts";
import { ascii, makeRsaKey } from "../unit/by-hand.ts";
import { createFakeEnrolment } from "../unit/keys/fake-enrolment.ts";

const keys = makeKeyPair();
const signer = createRestrictedSigner("a-device", makeP256KeyPair().pkcs8);
const foreign = "eyJhbGciOiJSU0EtT0FFUC0yNTYifQ.AA.AA.AA.AA";

describe("a JWE of somebody else's", () => {
  it("is signed by none of the signers", () => {
    expect(() => signOneTimeCode(keys, ascii(foreign))).toThrow();
    expect(() => signLetterCode(keys, ascii(foreign))).toThrow();
    expect(() => signNewKey(keys, foreign)).toThrow();
    expect(() => signer.signEncryptedPin({ compact: foreign, keyId: "a-key" })).toThrow();
    expect(() => signer.signStringToSign(foreign)).toThrow();
  });

  it("and no key of somebody else's is signed as the code of a letter", () => {
    expect(() => signLetterCode(keys, ascii(keys.public_key))).toThrow();
  });

  it("is not signed in the place of one that was made here", async () => {
    const ours = await encryptPin(ascii("1928"), await parsePinKey(makeRsaKey("a-key").jwk));
    expect(() => signer.signEncryptedPin({ ...ours, compact: foreign })).toThrow();
    expect(() => Object.assign(ours, { compact: foreign })).toThrow();
  });
});

it("no method of the bridge signs, decrypts, reads a key, or takes an address", () => {
  expect(
    bridgeMethods.filter((method) => /sign(?!In|Out)|decrypt|key|secret|url|fetch|path|exec/i.test(method)),
  ).toEqual([]);
});

it("a challenge's id in an answer is an id: text to be signed does not pass for one", async () => {
  const backend = {
    listDevices: async () => ({ devices: [], limit: 5 }),
    createDevice: () => Promise.reject(new BackendError("ERR_BACKEND_ANSWER", "unclear")),
  } as unknown as BackendClient;
  const enrolment = createFakeEnrolment();
  await expect(requestCode({ enrolment, backend, language: () => "en" }, "A computer")).rejects.toThrow();
  expect(enrolment.changes).toEqual(["write requested"]);
});
