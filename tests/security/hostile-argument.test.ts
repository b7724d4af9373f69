// Attacker: a script in the window. Way: arguments of another form: too many, too long, a path, a prototype, shared memory.
// Impact: a use case works with what it was not written for, and leads to other data or secrets that nobody wipes.
// docs/threat-model.md#arguments-parsed
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bridgeMethods } from "../../src-contract/bridge/bridge-methods.ts";
import { isLetterCode } from "../../src-contract/rules/letter-code.ts";
import { defaultSettings } from "../../src-main/settings/settings-file.ts";
import { runs } from "../long-form.ts";
import { createDoor, goodArguments } from "./fake-handlers.ts";
import { catchOutput } from "./quiet-stderr.ts";

catchOutput();
const refused = { ok: false, code: "ERR_BAD_ARGUMENT" };
const pin = () => Uint8Array.from([0x31, 0x39, 0x32, 0x38]);
class Derived extends Uint8Array {}

const passcode = () => new Uint8Array(Buffer.from("Rain on 7 roofs", "ascii"));

const notBytes: [string, unknown][] = [
  ["nothing", undefined],
  ["null", null],
  ["text", "1928"],
  ["a number", 1928],
  ["an array of bytes", [0x31, 0x39, 0x32, 0x38]],
  ["an object like one", { 0: 0x31, 1: 0x39, 2: 0x32, 3: 0x38, length: 4, byteLength: 4 }],
  ["an object with its prototype", Object.create(Uint8Array.prototype)],
  ["a Buffer", Buffer.from("1928")],
  ["a class of its own", Derived.from([0x31, 0x39, 0x32, 0x38])],
  ["bytes of another kind", Int8Array.from([0x31, 0x39, 0x32, 0x38])],
  ["clamped bytes", Uint8ClampedArray.from([0x31, 0x39, 0x32, 0x38])],
  ["wider numbers", Uint16Array.from([0x31, 0x39, 0x32, 0x38])],
  ["memory without a view", pin().buffer],
  ["a view of shared memory", new Uint8Array(new SharedArrayBuffer(4)).fill(0x31)],
  ["a nested one", [pin()]],
];
const notAPin: [string, unknown][] = [
  ...notBytes,
  ["three digits", pin().subarray(0, 3)],
  ["five digits", new Uint8Array(5).fill(0x31)],
  ["none", new Uint8Array(0)],
  ["far too many", new Uint8Array(1 << 20).fill(0x31)],
  ["numbers that are not ASCII", Uint8Array.of(1, 9, 2, 8)],
  ["a letter", Uint8Array.of(0x31, 0x39, 0x32, 0x61)],
  ["the byte after 9", Uint8Array.of(0x31, 0x39, 0x32, 0x3a)],
];
const notAnId: [string, unknown][] = [
  ["nothing", undefined],
  ["empty text", ""],
  ["a path", "../devices"],
  ["a slash", "a/b"],
  ["an escaped slash", "a%2fb"],
  ["a query", "a?b"],
  ["a fragment", "a#b"],
  ["a dot", "."],
  ["a line's end", "a\n"],
  ["NUL", "a\0b"],
  ["a space", " a"],
  ["a letter from elsewhere", "а"],
  ["65 characters", "a".repeat(65)],
  ["a megabyte", "a".repeat(1 << 20)],
  ["an object that prints as one", { toString: () => "a-card" }],
  ["a String", new String("a-card")],
  ["an array", ["a-card"]],
  ["a key of Object", { __proto__: "a-card" }],
];
const notAName: [string, unknown][] = [
  ["nothing", undefined],
  ["empty text", ""],
  ["white space", "   "],
  ["white space around", " a "],
  ["65 characters", "a".repeat(65)],
  ["two lines", "a\nb"],
  ["a number", 5],
  ["an object", {}],
];

describe("arguments of the wrong form", () => {
  it.each(notAPin)("no PIN: %s", async (_name, value) => {
    const door = createDoor();
    expect(await door.knock("changePin", ["a-card", value, "signed"])).toEqual(refused);
    for (const method of ["confirmCode", "confirmTan"] as const) {
      expect(await door.knock(method, [value])).toEqual(refused);
    }
    expect(door.called).toEqual([]);
  });

  it.each([...notBytes, ["none", new Uint8Array(0)], ["65 characters", new Uint8Array(65).fill(0x31)]])(
    "no passcode: %s",
    async (_name, value) => {
      const door = createDoor();
      expect(await door.knock("setPasscode", [value])).toEqual(refused);
      expect(await door.knock("enterPasscode", [value, null])).toEqual(refused);
      expect(await door.knock("changePasscode", [passcode(), value])).toEqual(refused);
      expect(await door.knock("changePasscode", [value, passcode()])).toEqual(refused);
      expect(door.called).toEqual([]);
    },
  );

  it.each([
    ["nothing", undefined],
    ["another", "by-letter"],
    ["upper case", "SMS"],
    ["a list", ["sms"]],
  ])("no way to change a PIN: %s", async (_name, value) => {
    const door = createDoor();
    expect(await door.knock("changePin", ["a-card", pin(), value])).toEqual(refused);
    expect(door.called).toEqual([]);
  });

  it.each(notAnId)("no id of a card or device: %s", async (_name, value) => {
    const door = createDoor();
    expect(await door.knock("changePin", [value, pin(), "signed"])).toEqual(refused);
    expect(await door.knock("removeDevice", [value])).toEqual(refused);
    expect(await door.knock("enterPasscode", [passcode(), value])).toEqual(refused);
    expect(door.called).toEqual([]);
  });

  it.each(notAName)("no name for a computer: %s", async (_name, value) => {
    const door = createDoor();
    expect(await door.knock("requestCode", [value])).toEqual(refused);
    expect(door.called).toEqual([]);
  });

  it.each<[string, unknown]>([
    ["nothing", undefined],
    ["null", null],
    ["a list of them", [defaultSettings]],
    ["one without a value", { ...defaultSettings, theme: undefined }],
    ["one more", { ...defaultSettings, backendOrigin: "https://evil.example" }],
    ["a development switch", { ...defaultSettings, devTools: true }],
    ["a switch for Chromium", { ...defaultSettings, switches: ["--no-sandbox"] }],
    ["a file as language", { ...defaultSettings, language: "../../../etc/passwd" }],
    ["a key of Object as language", { ...defaultSettings, language: "__proto__" }],
    ["a colour as theme", { ...defaultSettings, theme: "red" }],
    ["a number for a switch", { ...defaultSettings, hidesFromCapture: 1 }],
    ["text for a switch", { ...defaultSettings, softwareRendering: "true" }],
    ["a size that nobody can read", { ...defaultSettings, textSize: 0.01 }],
    ["megabytes", { ...defaultSettings, keypad: "on".repeat(1 << 20) }],
  ])("no settings: %s", async (_name, value) => {
    const door = createDoor();
    expect(await door.knock("changeSettings", [value])).toEqual(refused);
    expect(door.called).toEqual([]);
  });

  it.each(bridgeMethods.map((method) => [method]))("%s takes neither one more nor one less", async (method) => {
    const door = createDoor();
    expect(await door.knock(method, [...goodArguments[method](), undefined])).toEqual(refused);
    expect(await door.knock(method, [...goodArguments[method](), {}])).toEqual(refused);
    if (goodArguments[method]().length > 0) {
      expect(await door.knock(method, goodArguments[method]().slice(1))).toEqual(refused);
    }
    expect(door.called).toEqual([]);
  });

  it("wipes a secret that came in the wrong place", async () => {
    const secrets = [pin(), pin()];
    await createDoor().knock("signOut", secrets);
    expect(secrets).toEqual([new Uint8Array(4), new Uint8Array(4)]);
  });

  it("whatever comes, the door answers with a code and the use case sees the exact form only", async () => {
    const anything = fc.oneof(
      fc.anything({
        withTypedArray: true,
        withNullPrototype: true,
        withBigInt: true,
        withDate: true,
        withMap: true,
        withSparseArray: true,
      }),
      fc.uint8Array({ minLength: 3, maxLength: 7, min: 0x2f, max: 0x3a }),
      fc.string(),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...bridgeMethods),
        fc.array(anything, { maxLength: 3 }),
        async (method, args) => {
          const door = createDoor(async (...checked) => {
            for (const [i, good] of goodArguments[method]().entries()) {
              expect(typeof checked[i]).toBe(typeof good);
              if (!(good instanceof Uint8Array)) continue;
              expect(Object.getPrototypeOf(checked[i])).toBe(Uint8Array.prototype);
              const { length } = checked[i] as Uint8Array;
              if (method === "signInToProxy") expect(length >= 1 && length <= 128).toBe(true);
              else if (/passcode|token/i.test(method)) expect(length >= 1 && length <= 64).toBe(true);
              else if (method === "confirmLetterCode") expect(isLetterCode(checked[i] as Uint8Array)).toBe(true);
              else
                expect(String.fromCharCode(...(checked[i] as Uint8Array))).toMatch(
                  new RegExp(`^[0-9]{${good.length}}$`),
                );
            }
            return null;
          });
          const result = await door.knock(method, args);
          if (door.called.length === 0) expect(result).toEqual(refused);
          else expect(result).toEqual({ ok: true, value: null });
          expect(door.called.every((call) => call.args.length === goodArguments[method]().length)).toBe(true);
        },
      ),
      { numRuns: runs(2000, 20_000) },
    );
  });
});
