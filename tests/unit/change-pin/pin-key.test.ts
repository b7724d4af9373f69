import { beforeAll, describe, expect, it } from "vitest";
import { parsePinKey } from "../../../src-main/change-pin/pin-key.ts";
import { makeKeyObjects, makeRsaKey } from "../by-hand.ts";
import { published } from "../published.ts";

type Jwk = Record<string, unknown>;
const refused = { code: "ERR_PIN_KEY_INVALID" };

describe("the key for PIN encryption", () => {
  let good: Jwk;
  beforeAll(() => {
    good = makeRsaKey("a-key").jwk;
  });

  it.each(published.pin_key_jwks)("accepts the published key $kid as it is", async (jwk) => {
    const key = await parsePinKey(jwk);
    expect(key.keyId).toBe(jwk.kid);
    expect(key.publicKey).toMatchObject({ type: "public", extractable: false });
  });

  it.each<[string, Jwk]>([
    ["no use", { use: undefined }],
    ["no alg", { alg: undefined }],
    ["another alg", { alg: "RSA-OAEP-256" }],
    ["something new", { x5t: "abc", key_ops: ["encrypt"] }],
  ])("accepts a key with %s", async (_name, change) => {
    const jwk = Object.fromEntries(Object.entries({ ...good, ...change }).filter(([, value]) => value !== undefined));
    await expect(parsePinKey(jwk)).resolves.toMatchObject({ keyId: "a-key" });
  });

  it("accepts a 4096-bit key", async () => {
    await expect(parsePinKey(makeRsaKey("large", 4096).jwk)).resolves.toMatchObject({ keyId: "large" });
  });

  // Every name says what is wrong with the key (docs/threat-model.md#pin-key-checked).
  it.each<[string, (jwk: Jwk) => unknown]>([
    ["1024 bits", () => makeRsaKey("a-key", 1024).jwk],
    ["2047 bits", (jwk) => ({ ...jwk, n: withBits(2047) })],
    [
      "a short modulus behind zeros",
      (jwk) => ({ ...jwk, n: Buffer.alloc(256, 0).fill(0xff, 128).toString("base64url") }),
    ],
    ["a modulus that takes for ever", (jwk) => ({ ...jwk, n: withBits(16_384) })],
    ["an even modulus", (jwk) => ({ ...jwk, n: Buffer.alloc(256, 0xfe).toString("base64url") })],
    ["a modulus that is not base64url", (jwk) => ({ ...jwk, n: `${String(jwk.n).slice(0, -2)}==` })],
    ["a modulus that is a number", (jwk) => ({ ...jwk, n: 5 })],
    ["no modulus", ({ n: _, ...jwk }) => jwk],
    ["e = 1, which encrypts nothing", (jwk) => ({ ...jwk, e: "AQ" })],
    ["e = 3", (jwk) => ({ ...jwk, e: "Aw" })],
    ["e = 65536, even", (jwk) => ({ ...jwk, e: "AQAA" })],
    ["e = 0", (jwk) => ({ ...jwk, e: "AA" })],
    ["an empty e", (jwk) => ({ ...jwk, e: "" })],
    ["no kid", ({ kid: _, ...jwk }) => jwk],
    ["an empty kid", (jwk) => ({ ...jwk, kid: "" })],
    ["a kid without end", (jwk) => ({ ...jwk, kid: "k".repeat(257) })],
    ["use sig", (jwk) => ({ ...jwk, use: "sig" })],
    ["use ENC", (jwk) => ({ ...jwk, use: "ENC" })],
    ["kty rsa in lower case", (jwk) => ({ ...jwk, kty: "rsa" })],
    ["kty oct: a symmetric key", () => ({ kid: "a-key", kty: "oct", k: "AAAA", alg: "dir" })],
    ["RSA members and kty oct", (jwk) => ({ ...jwk, kty: "oct" })],
    [
      "kty EC",
      () => ({
        kid: "a-key",
        ...makeKeyObjects("ec", { namedCurve: "P-256" }).publicKey.export({ format: "jwk" }),
      }),
    ],
    [
      "a whole private key",
      () => ({
        kid: "a-key",
        ...makeKeyObjects("rsa", { modulusLength: 2048 }).privateKey.export({ format: "jwk" }),
      }),
    ],
    ...["d", "p", "q", "dp", "dq", "qi", "oth", "k"].map((member): [string, (jwk: Jwk) => unknown] => [
      `a private member ${member}`,
      (jwk) => ({ ...jwk, [member]: "AQAB" }),
    ]),
    ["a private member without a value", (jwk) => ({ ...jwk, d: null })],
    ["an array", (jwk) => [jwk]],
    ["null", () => null],
    ["text", (jwk) => JSON.stringify(jwk)],
  ])("refuses %s", async (_name, change) => {
    await expect(parsePinKey(change(good))).rejects.toMatchObject(refused);
  });

  it("cannot be talked into another algorithm", async () => {
    for (const alg of ["dir", "none", "RSA1_5", "A256KW", "RSA-OAEP", "HS256"]) {
      const { publicKey } = await parsePinKey({ ...good, alg, enc: "A128GCM" });
      expect(publicKey).toMatchObject({ algorithm: { name: "RSA-OAEP", hash: { name: "SHA-256" } } });
    }
  });
});

/** An odd number of exactly so many bits. */
function withBits(bits: number): string {
  const hex = ((1n << BigInt(bits - 1)) + 1n).toString(16);
  return Buffer.from(hex.padStart(hex.length + (hex.length % 2), "0"), "hex").toString("base64url");
}
