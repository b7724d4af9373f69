import { createECDH } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { type EncryptedPin, encryptPin } from "../../../src-main/change-pin/pin-jwe.ts";
import { parsePinKey } from "../../../src-main/change-pin/pin-key.ts";
import { makeP256KeyPair } from "../../../src-main/keys/p256-key-pair.ts";
import { createRestrictedSigner, type UnwrappedSigner } from "../../../src-main/keys/restricted-signer.ts";
import { ascii, makeRsaKey, verifyByHand } from "../by-hand.ts";

describe("restricted keys", () => {
  const many = Array.from({ length: 2000 }, makeP256KeyPair);

  it("have a public key of 130 hex digits, also where a coordinate begins with zeros", () => {
    for (const { publicKey } of many) expect(publicKey).toMatch(/^04[0-9a-f]{128}$/);
    // In 2,000 pairs some coordinate begins with a zero byte, all but certainly.
    expect(many.some(({ publicKey }) => publicKey.startsWith("0400") || publicKey.slice(66).startsWith("00"))).toBe(
      true,
    );
  });

  it("have a private key in PKCS#8 that belongs to the public one", () => {
    for (const { publicKey, pkcs8 } of many.slice(0, 500)) {
      const ecdh = createECDH("prime256v1");
      // RFC 5915: the scalar follows the OCTET STRING's tag and length, and the version before it.
      const at = Buffer.from(pkcs8).indexOf(Buffer.from("0201010420", "hex")) + 5;
      ecdh.setPrivateKey(pkcs8.subarray(at, at + 32));
      expect(ecdh.getPublicKey("hex")).toBe(publicKey);
    }
  });

  it("are never the same twice", () => {
    expect(new Set(many.map(({ publicKey }) => publicKey)).size).toBe(many.length);
  });
});

describe("the signer", () => {
  const { publicKey, pkcs8 } = makeP256KeyPair();
  let signer: UnwrappedSigner;
  let encryptedPin: EncryptedPin;
  beforeAll(async () => {
    signer = createRestrictedSigner("a-device", pkcs8);
    pkcs8.fill(0); // what it was made from is not needed any more
    encryptedPin = await encryptPin(ascii("1928"), await parsePinKey(makeRsaKey("a-key").jwk));
  });

  it("signs an encrypted PIN as its compact text", () => {
    expect(verifyByHand(publicKey, encryptedPin.compact, signer.signEncryptedPin(encryptedPin))).toBe(true);
  });

  it("as an encrypted PIN refuses a JWE that was not made here, a copy, and text", () => {
    const foreign = [
      { compact: "eyJhbGciOiJSU0EifQ.AA.AA.AA.AA", keyId: "a-key" },
      { ...encryptedPin },
      structuredClone(encryptedPin),
      JSON.parse(JSON.stringify(encryptedPin)),
      Object.create(encryptedPin),
      encryptedPin.compact as unknown as EncryptedPin,
    ];
    for (const one of foreign) expect(() => signer.signEncryptedPin(one)).toThrow("not a PIN that was encrypted here");
  });

  it.each(["a", "0cd5b1a6-5e2d-4b53-9c6b-3b6d2d2f4d3a", "A".repeat(64)])("signs the text to sign %s", (text) => {
    const signature = signer.signStringToSign(text);
    expect(signature).toMatch(/^30[0-9a-f]{2}02(20|21)[0-9a-f]+$/);
    expect(verifyByHand(publicKey, text, signature)).toBe(true);
  });

  it.each([
    ["nothing", ""],
    ["a character too many", "a".repeat(65)],
    ["a JWE of somebody's choice", "eyJhbGciOiJSU0EifQ.AA.AA.AA.AA"],
    ["a line's end behind it", "abc\n"],
    ["a line's end before it", "\nabc"],
    ["two lines", "abc\nabc"],
    ["a dot", "abc.def"],
    ["an underscore", "abc_def"],
    ["a space", "abc def"],
    ["a letter beyond ASCII", "abcä"],
    ["a public key", makeP256KeyPair().publicKey],
    ["something that only becomes text", { toString: () => "abc" } as unknown as string],
    ["a list with one text", ["abc"] as unknown as string],
  ])("as a text to sign refuses %s", (_name, text) => {
    expect(() => signer.signStringToSign(text)).toThrow("not a string to sign");
  });
});
