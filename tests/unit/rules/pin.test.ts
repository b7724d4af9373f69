import { describe, expect, it } from "vitest";
import { findPinRuleBreach } from "../../../src-contract/rules/pin.ts";
import { ascii } from "../by-hand.ts";

const everyPin = Array.from({ length: 10_000 }, (_, i) => String(i).padStart(4, "0"));

/** The rules once more, on text and without a shortcut of the source's. */
function isAllowed(pin: string): boolean {
  const runs = Array.from({ length: 7 }, (_, i) => [0, 1, 2, 3].map((step) => i + step).join(""));
  const backwards = runs.map((run) => [...run].reverse().join(""));
  const most = Math.max(...[...pin].map((digit) => pin.split(digit).length - 1));
  return ![...runs, ...backwards].includes(pin) && most < 3;
}

describe("PIN rules", () => {
  it("of all 10,000 PINs 9,616 are allowed, and they are the right ones", () => {
    const allowed = everyPin.filter((pin) => findPinRuleBreach(ascii(pin)) === null);
    expect(allowed).toHaveLength(9616);
    expect(allowed).toEqual(everyPin.filter(isAllowed));
  });

  // docs/solaris-api.md Q13 and Q14: a run does not go round the end, and two different digits are enough.
  it.each([
    ["1234", "ERR_PIN_SEQUENCE"],
    ["4321", "ERR_PIN_SEQUENCE"],
    ["0123", "ERR_PIN_SEQUENCE"],
    ["9876", "ERR_PIN_SEQUENCE"],
    ["7890", null],
    ["8901", null],
    ["0987", null],
    ["2109", null],
    ["1111", "ERR_PIN_REPEATED"],
    ["0000", "ERR_PIN_REPEATED"],
    ["1112", "ERR_PIN_REPEATED"],
    ["1211", "ERR_PIN_REPEATED"],
    ["1122", null],
    ["1212", null],
    ["1324", null],
    ["1235", null],
    ["0472", null],
    ["1928", null],
  ] as const)("%s: %s", (pin, expected) => {
    expect(findPinRuleBreach(ascii(pin))).toBe(expected);
  });

  it.each([
    ["nothing", []],
    ["three digits", [0x31, 0x39, 0x32]],
    ["five digits", [0x31, 0x39, 0x32, 0x38, 0x30]],
    ["the byte before 0", [0x31, 0x39, 0x2f, 0x38]],
    ["the byte after 9", [0x31, 0x39, 0x3a, 0x38]],
    ["numbers instead of ASCII", [1, 9, 2, 8]],
    ["a space", [0x20, 0x39, 0x32, 0x38]],
    ["NUL", [0, 0, 0, 0]],
    ["half of an Arabic digit", [0xd9, 0xa1, 0x32, 0x38]],
  ])("refuses %s as no PIN", (_name, bytes) => {
    expect(findPinRuleBreach(Uint8Array.from(bytes))).toBe("ERR_PIN_DIGITS");
  });

  it("leaves the PIN as it is: wiping is its owner's", () => {
    const pin = ascii("1928");
    findPinRuleBreach(pin);
    expect(pin).toEqual(ascii("1928"));
  });
});
