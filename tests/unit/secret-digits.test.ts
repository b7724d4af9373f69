import { describe, expect, it } from "vitest";
import { createSecretDigits, sameDigits } from "../../src-renderer/secret-digits.ts";
import { ascii } from "./by-hand.ts";

const typed = (digits: string, length = 4) => {
  const secret = createSecretDigits(length);
  for (const digit of digits) secret.add(Number(digit));
  return secret;
};

describe("digits that are being typed", () => {
  it("are kept as ASCII bytes, in order", () => {
    expect(typed("0472").copy()).toEqual(ascii("0472"));
    expect(typed("04").count()).toBe(2);
    expect(typed("").copy()).toEqual(new Uint8Array(0));
  });

  it("stop where there is no room for more", () => {
    const secret = typed("1928");
    expect(secret.add(5)).toBe(false);
    expect(secret.copy()).toEqual(ascii("1928"));
  });

  it("are taken back one by one, and no further than to none", () => {
    const secret = typed("19");
    secret.removeLast();
    expect(secret.copy()).toEqual(ascii("1"));
    secret.removeLast();
    secret.removeLast();
    expect(secret.count()).toBe(0);
    expect(secret.add(7)).toBe(true);
    expect(secret.copy()).toEqual(ascii("7"));
  });

  it("begin anew after they were cleared", () => {
    const secret = typed("1928");
    secret.clear();
    expect(secret.count()).toBe(0);
    for (const digit of [8, 2, 9, 1]) secret.add(digit);
    expect(secret.copy()).toEqual(ascii("8291"));
  });

  it("are handed out as copies: wiping one leaves the other, and each is of its own memory", () => {
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
    expect(sameDigits(ascii(a), ascii(b))).toBe(same);
    expect(sameDigits(ascii(b), ascii(a))).toBe(same);
  });
});
