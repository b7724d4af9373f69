import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { encryptPin, isOurEncryptedPin } from "../../../src-main/change-pin/pin-jwe.ts";
import { parsePinKey } from "../../../src-main/change-pin/pin-key.ts";
import { ascii, makeRsaKey, openByHand, partsOf, type RsaKey } from "../by-hand.ts";
import { published } from "../published.ts";

const kid = "7ad91cad-8544-4fd2-be48-4729570a394a";
const sample = published.jwe_shape_sample;

describe("the PIN's JWE", () => {
  let solaris: RsaKey;
  beforeAll(() => {
    solaris = makeRsaKey(kid);
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });

  const encrypt = async (pin: Uint8Array) => encryptPin(pin, await parsePinKey(solaris.jwk));

  it("opens by hand, with node:crypto alone, to exactly the published bytes", async () => {
    const { compact } = await encrypt(ascii("1928"));
    expect(openByHand(compact, solaris.privateKey).toString("hex")).toBe(
      Buffer.from('{"pin": "1928"}', "ascii").toString("hex"),
    );
  });

  it.each(["0472", "0000", "9999"])("keeps every digit of %s, leading zeros included", async (pin) => {
    const { compact } = await encrypt(ascii(pin));
    expect(openByHand(compact, solaris.privateKey).toString("ascii")).toBe(`{"pin": "${pin}"}`);
  });

  it("has the published header, byte for byte: alg, enc, kid", async () => {
    const { compact, keyId } = await encrypt(ascii("1928"));
    expect(partsOf(compact)[0]?.toString("ascii")).toBe(JSON.stringify(sample.protected_header));
    expect(keyId).toBe(kid);
  });

  it("has the published lengths: 552 characters with a UUID as kid", async () => {
    const { compact } = await encrypt(ascii("1928"));
    const { encrypted_key, iv, ciphertext, tag } = sample.lengths_bytes;
    expect(compact).toHaveLength(sample.compact_length);
    expect(
      partsOf(compact)
        .slice(1)
        .map((part) => part.length),
    ).toEqual([encrypted_key, iv, ciphertext, tag]);
    expect(compact).toMatch(/^[\w-]+(\.[\w-]+){4}$/);
  });

  it("never repeats itself: key, IV and so the text are fresh each time", async () => {
    const [a, b] = await Promise.all([encrypt(ascii("1928")), encrypt(ascii("1928"))]);
    const [partsA, partsB] = [partsOf(a.compact), partsOf(b.compact)];
    for (const i of [1, 2, 3, 4]) expect(partsA[i]).not.toEqual(partsB[i]);
  });

  it.each(published.pin_key_jwks)("can be made for the published key $kid, which says alg RS256", async (jwk) => {
    expect(jwk.alg).toBe("RS256");
    const { compact, keyId } = await encryptPin(ascii("1928"), await parsePinKey(jwk));
    expect(compact).toHaveLength(sample.compact_length);
    expect(JSON.parse(partsOf(compact)[0]?.toString("ascii") ?? "")).toEqual({
      ...sample.protected_header,
      kid: jwk.kid,
    });
    expect(keyId).toBe(jwk.kid);
  });

  it("is told apart from anything that was not made here, even from its own copy", async () => {
    const made = await encrypt(ascii("1928"));
    expect(isOurEncryptedPin(made)).toBe(true);
    expect(isOurEncryptedPin({ ...made })).toBe(false);
    expect(isOurEncryptedPin({ compact: made.compact, keyId: "other" })).toBe(false);
  });

  it("cannot be changed afterwards into one that was not made here", async () => {
    const made = await encrypt(ascii("1928"));
    expect(Reflect.set(made, "compact", "a.b.c.d.e")).toBe(false);
  });

  it("leaves no plaintext in the buffer that held it, and the digits to their owner", async () => {
    const seen = watchPlaintext();
    const pin = ascii("1928");
    await encrypt(pin);
    expect(seen).toHaveLength(1);
    expect(seen[0]).toEqual(new Uint8Array(15));
    expect(pin).toEqual(ascii("1928"));
  });

  it("leaves no plaintext behind when encrypting fails", async () => {
    const seen = watchPlaintext();
    const broken = { keyId: kid, publicKey: {} as never };
    await expect(encryptPin(ascii("1928"), broken)).rejects.toThrow();
    expect(seen[0]).toEqual(new Uint8Array(15));
  });
});

/** The very arrays that go into the encryption. */
function watchPlaintext(): Uint8Array[] {
  const seen: Uint8Array[] = [];
  const fill = Uint8Array.prototype.fill;
  vi.spyOn(Uint8Array.prototype, "fill").mockImplementation(function (this: Uint8Array, ...args) {
    if (this.length === 15 && Buffer.from(this).toString("ascii") === '{"pin": "1928"}') seen.push(this);
    return fill.apply(this, args);
  });
  return seen;
}
