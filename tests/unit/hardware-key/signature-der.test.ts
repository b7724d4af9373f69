import { describe, expect, it } from "vitest";
import { derOfSignature } from "../../../src-hardware-key/signature-der.ts";
import { TokenError } from "../../../src-hardware-key/token-refusals.ts";

/** 32 bytes that end as told. */
const half = (...last: number[]) => Buffer.concat([Buffer.alloc(32 - last.length), Buffer.from(last)]);
const der = (r: Buffer, s: Buffer) => derOfSignature(Buffer.concat([r, s])).toString("hex");

describe("a signature in DER", () => {
  it("leaves leading zeros away", () => expect(der(half(1), half(2, 3))).toBe("3007020101020202" + "03"));
  it("keeps a number positive", () => expect(der(half(0x80), half(0x7f))).toBe("30070202008002017f"));
  it("keeps the zero", () => expect(der(half(0), half(1))).toBe("3006020100020101"));

  it("has 72 bytes at most", () => {
    const most = Buffer.alloc(32, 0xff);
    expect(der(most, most)).toBe(`3046${`022100${"ff".repeat(32)}`.repeat(2)}`);
  });

  it.each([0, 63, 65])("is not made of %i bytes", (length) => {
    expect(() => derOfSignature(Buffer.alloc(length))).toThrow(TokenError);
  });
});
