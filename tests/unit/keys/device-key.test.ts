import { createECDH, generateKeyPairSync, sign, verify } from "node:crypto";
import { describe, expect, it } from "vitest";
import { makeKeyPair, signNewKey, signOneTimeCode } from "../../../src-main/keys/device-key.ts";
import { ascii, verifyByHand } from "../by-hand.ts";
import { published } from "../published.ts";

const tv1 = published.otp_signature;

describe("the published signature (TV-1)", () => {
  it("fits the published key and code, as our checks read them", () => {
    expect(verifyByHand(tv1.public_key_hex, tv1.message_ascii, tv1.signature_der_hex)).toBe(true);
    expect(verifyByHand(tv1.public_key_hex, "212213", tv1.signature_der_hex)).toBe(false);
  });

  it("has the form that ours have: DER as lower-case hex, over the code's ASCII digits", () => {
    const keys = makeKeyPair();
    const ours = signOneTimeCode(keys, ascii(tv1.message_ascii));
    for (const signature of [ours, tv1.signature_der_hex])
      expect(signature).toMatch(/^30[0-9a-f]{2}02(20|21)[0-9a-f]+$/);
    expect(verifyByHand(keys.public_key, tv1.message_ascii, ours)).toBe(true);
  });
});

describe("key pairs", () => {
  const many = Array.from({ length: 3000 }, makeKeyPair);

  it("have a public key of 130 hex digits, also where a coordinate begins with zeros", () => {
    for (const { public_key } of many) expect(public_key).toMatch(/^04[0-9a-f]{128}$/);
    // In 3,000 pairs some coordinate begins with a zero byte (all but certainly), so the padding was at work.
    expect(many.some(({ public_key }) => public_key.startsWith("0400") || public_key.slice(66).startsWith("00"))).toBe(
      true,
    );
  });

  it("have a public key that belongs to the private one, on the curve", () => {
    for (const { private_key, public_key } of many.slice(0, 500)) {
      const ecdh = createECDH("prime256v1");
      ecdh.setPrivateKey(Buffer.from(private_key, "base64url"));
      expect(ecdh.getPublicKey("hex")).toBe(public_key);
    }
  });

  it("have a private key of full length, and are never the same twice", () => {
    for (const { private_key } of many) expect(private_key).toMatch(/^[\w-]{43}$/);
    expect(new Set(many.map(({ private_key }) => private_key)).size).toBe(many.length);
  });

  it("sign what node:crypto verifies, each one of them", () => {
    for (const keys of many.slice(0, 300)) {
      expect(verifyByHand(keys.public_key, "123456", signOneTimeCode(keys, ascii("123456")))).toBe(true);
    }
  });
});

describe("the signers", () => {
  const keys = makeKeyPair();
  const other = makeKeyPair();

  it("sign a new key as the text that is sent", () => {
    expect(verifyByHand(keys.public_key, other.public_key, signNewKey(keys, other.public_key))).toBe(true);
  });

  it("make DER, not the 64 bytes of r and s that WebCrypto makes", () => {
    const der = Buffer.from(signOneTimeCode(keys, ascii("123456")), "hex");
    expect(der[0]).toBe(0x30);
    expect(der[1]).toBe(der.length - 2);
    const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    const raw = sign("sha256", ascii("123456"), { key: privateKey, dsaEncoding: "ieee-p1363" });
    expect(verify("sha256", ascii("123456"), { key: publicKey, dsaEncoding: "der" }, raw)).toBe(false);
  });

  it.each([
    ["five digits", "12345"],
    ["seven digits", "1234567"],
    ["nothing", ""],
    ["letters", "12345a"],
    ["a PIN", "1928"],
    ["a public key", makeKeyPair().public_key],
    ["a JWE of somebody's choice", "eyJhbGciOiJSU0EifQ.AA.AA.AA.AA"],
  ])("as a one-time code refuse %s", (_name, text) => {
    expect(() => signOneTimeCode(keys, ascii(text))).toThrow("not a one-time code");
  });

  it("as a one-time code refuse digits that are not ASCII", () => {
    expect(() => signOneTimeCode(keys, Uint8Array.of(1, 2, 3, 4, 5, 6))).toThrow("not a one-time code");
  });

  it.each([
    ["a code", "123456"],
    ["a compressed point", `02${"a".repeat(64)}`],
    ["upper case, which is not what we send", other.public_key.toUpperCase()],
    ["something after the key", `${other.public_key}\n`],
    ["something before it", ` ${other.public_key}`],
    ["a JWE of somebody's choice", "eyJhbGciOiJSU0EifQ.AA.AA.AA.AA"],
  ])("as a new key refuse %s", (_name, text) => {
    expect(() => signNewKey(keys, text)).toThrow("not a public key");
  });
});
