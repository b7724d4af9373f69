import { describe, expect, it } from "vitest";
import {
  createSecretBytes,
  type SecretBytes,
  sameBytes,
  sameEntries,
} from "../../src-renderer/secrets/secret-bytes.ts";
import { ascii } from "./by-hand.ts";

const typed = (text: string, capacity = 4): SecretBytes => {
  const secret = createSecretBytes(capacity);
  for (const byte of ascii(text)) secret.add(byte);
  return secret;
};

describe("what is being typed", () => {
  it("is kept as bytes, in order", () => {
    expect(typed("0472").copy()).toEqual(ascii("0472"));
    expect(typed("a ~!", 64).copy()).toEqual(ascii("a ~!"));
    expect(typed("04").count()).toBe(2);
    expect(typed("").copy()).toEqual(new Uint8Array(0));
  });

  it("stops where there is no room for more", () => {
    const secret = typed("1928");
    expect(secret.add(0x35)).toBe(false);
    expect(secret.copy()).toEqual(ascii("1928"));
  });

  it("is taken back one by one, and no further than to nothing", () => {
    const secret = typed("19");
    secret.removeLast();
    expect(secret.copy()).toEqual(ascii("1"));
    secret.removeLast();
    secret.removeLast();
    expect(secret.count()).toBe(0);
    expect(secret.add(0x37)).toBe(true);
    expect(secret.copy()).toEqual(ascii("7"));
  });

  it("begins anew after it was cleared", () => {
    const secret = typed("1928");
    secret.clear();
    expect(secret.count()).toBe(0);
    for (const byte of ascii("8291")) secret.add(byte);
    expect(secret.copy()).toEqual(ascii("8291"));
  });

  it("is handed out as copies: wiping one leaves the other, and each is of its own memory", () => {
    const secret = typed("1928");
    const copy = secret.copy();
    copy.fill(0);
    expect(secret.copy()).toEqual(ascii("1928"));
    expect(copy.buffer.byteLength).toBe(4);
  });
});

describe("comparing", () => {
  it.each([
    ["1928", "1928", true],
    ["1928", "1929", false],
    ["0928", "1928", false],
    ["1928", "192", false],
    ["", "1928", false],
    ["", "", true],
    ["192\0", "192", false],
  ])("%j and %j: %s", (a, b, same) => {
    expect(sameBytes(ascii(a), ascii(b))).toBe(same);
    expect(sameBytes(ascii(b), ascii(a))).toBe(same);
    expect(sameEntries(typed(a), typed(b))).toBe(same);
  });

  it("wipes the copies that it takes, and leaves the entries", () => {
    const copies: Uint8Array[] = [];
    const watched = (secret: SecretBytes): SecretBytes => ({
      ...secret,
      copy: () => {
        const copy = secret.copy();
        copies.push(copy);
        return copy;
      },
    });
    const [a, b] = [typed("1928"), typed("1928")];
    expect(sameEntries(watched(a), watched(b))).toBe(true);
    expect(copies).toEqual([new Uint8Array(4), new Uint8Array(4)]);
    expect(a.copy()).toEqual(ascii("1928"));
  });
});
