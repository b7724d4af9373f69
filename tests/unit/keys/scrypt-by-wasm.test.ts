import { scryptSync } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import { scryptMixBinaryFile, writeScryptMixBinary } from "../../../build/documents/scrypt-mix-binary.ts";
import { MOST_MEMORY_BYTES } from "../../../src-main/keys/key-wrapping.ts";
import { scryptByWasm } from "../../../src-main/keys/scrypt-by-wasm.ts";
import { ascii } from "../by-hand.ts";

const root = path.resolve(import.meta.dirname, "../../..");
const maxmem = MOST_MEMORY_BYTES;
const small = {
  passcode: ascii("blue-Kettle 7"),
  salt: ascii("a-salt"),
  length: 32,
  options: { N: 16, r: 1, p: 1, maxmem },
};
const hex = (bytes: Uint8Array | null) => Buffer.from(bytes ?? []).toString("hex");

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe("scrypt by WebAssembly", () => {
  it.each([
    [
      ["", ""],
      [16, 1, 1],
      "77d6576238657b203b19ca42c18a0497f16b4844e3074ae8dfdffa3fede21442fcd0069ded0948f8326a753a0fc81f17e8d3e0fb2e0d3628cf35e20c38d18906",
    ],
    [
      ["password", "NaCl"],
      [1024, 8, 16],
      "fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b3731622eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640",
    ],
    [
      ["pleaseletmein", "SodiumChloride"],
      [16384, 8, 1],
      "7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2d5432955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887",
    ],
  ] as const)("makes the published key of %o (RFC 7914 §12)", ([passcode, salt], [N, r, p], published) => {
    const job = { passcode: ascii(passcode), salt: ascii(salt), length: 64, options: { N, r, p, maxmem } };
    expect(hex(scryptByWasm(job))).toBe(published);
  });

  it("makes what crypto.scrypt makes, whatever the parameters", () => {
    const bytes = (most: number) => fc.uint8Array({ maxLength: most }).map((made) => Uint8Array.from(made));
    const job = fc.record({
      passcode: bytes(80),
      salt: bytes(40),
      length: fc.integer({ min: 1, max: 100 }),
      options: fc.record({
        N: fc.integer({ min: 1, max: 9 }).map((power) => 2 ** power),
        r: fc.integer({ min: 1, max: 9 }),
        p: fc.integer({ min: 1, max: 4 }),
        maxmem: fc.constant(maxmem),
      }),
    });
    fc.assert(
      fc.property(job, ({ passcode, salt, length, options }) => {
        const expected = hex(scryptSync(passcode, salt, length, options));
        expect(hex(scryptByWasm({ passcode, salt, length, options }))).toBe(expected);
      }),
    );
  });

  it.each<[string, object]>([
    ["an N that is no power of two", { N: 3 }],
    ["an N of one", { N: 1 }],
    ["an N that is too large for this r (RFC 7914 §2)", { N: 2 ** 16, r: 1 }],
    ["more memory than is allowed", { N: 2 ** 18, r: 8 }],
  ])("refuses what crypto.scrypt refuses: %s", (_name, change) => {
    const options = { ...small.options, ...change };
    expect(() => scryptSync(small.passcode, small.salt, 32, { ...options, maxmem })).toThrow();
    expect(() => scryptByWasm({ ...small, options })).toThrow(RangeError);
  });

  it("leaves nothing in the memory that it has worked in", () => {
    const grow = vi.spyOn(WebAssembly.Memory.prototype, "grow");
    expect(scryptByWasm(small)).not.toBeNull();
    const [memory] = grow.mock.contexts as WebAssembly.Memory[];
    expect(memory?.buffer.byteLength).toBeGreaterThan(0);
    expect(new Uint8Array(memory?.buffer ?? new ArrayBuffer(1)).every((byte) => byte === 0)).toBe(true);
  });

  const refuse = (error: Error) => () => {
    throw error;
  };
  it.each<[string, () => void]>([
    ["there is no WebAssembly", () => void vi.stubGlobal("WebAssembly", undefined)],
    [
      "it is not compiled, as where the processor has no vectors",
      () => void vi.spyOn(WebAssembly, "Module").mockImplementation(refuse(new Error("CompileError"))),
    ],
    [
      "there is not that much memory",
      () => void vi.spyOn(WebAssembly.Memory.prototype, "grow").mockImplementation(refuse(new RangeError("no memory"))),
    ],
  ])("derives nothing where %s", (_why, take) => {
    take();
    expect(scryptByWasm(small)).toBeNull();
  });

  it("is what scrypt-mix.wat says (npm run docs)", async () => {
    expect(readFileSync(path.join(root, scryptMixBinaryFile), "utf8")).toBe(await writeScryptMixBinary(root));
  });
});
