import { describe, expect, it } from "vitest";
import { findPinRuleBreach, type PinRuleReading, pinRuleReadings } from "../../../src-contract/rules/pin-rules.ts";
import { ascii } from "../by-hand.ts";

const everyPin = Array.from({ length: 10_000 }, (_, i) => String(i).padStart(4, "0"));

/** The rules once more, on text and without a shortcut of the source's. */
function isAllowed(pin: string, reading: PinRuleReading): boolean {
  const runs = Array.from({ length: 10 }, (_, i) => [0, 1, 2, 3].map((step) => (i + step) % 10).join(""));
  const plain = runs.slice(0, 7);
  const forbidden = reading === "no-wrap-runs" ? runs : plain;
  const backwards = forbidden.map((run) => [...run].reverse().join(""));
  const most = Math.max(...[...pin].map((digit) => pin.split(digit).length - 1));
  const different = new Set(pin).size;
  const isRun = [...forbidden, ...backwards].includes(pin);
  return !isRun && most < 3 && (reading !== "three-distinct" || different >= 3);
}

describe("PIN rules", () => {
  it.each([
    ["documented", 9616],
    ["no-wrap-runs", 9610],
    ["three-distinct", 9346],
  ] as const)("%s: of all 10,000 PINs %i are allowed, and they are the right ones", (reading, count) => {
    const allowed = everyPin.filter((pin) => findPinRuleBreach(ascii(pin), reading) === null);
    expect(allowed).toHaveLength(count);
    expect(allowed).toEqual(everyPin.filter((pin) => isAllowed(pin, reading)));
  });

  it("has three readings, and the documented one unless told otherwise", () => {
    expect(pinRuleReadings).toEqual(["documented", "no-wrap-runs", "three-distinct"]);
    for (const pin of everyPin) {
      expect(findPinRuleBreach(ascii(pin))).toBe(findPinRuleBreach(ascii(pin), "documented"));
    }
  });

  // solaris-api §4, edge cases: documented, no-wrap-runs, three-distinct.
  it.each([
    ["1234", "ERR_PIN_SEQUENCE", "ERR_PIN_SEQUENCE", "ERR_PIN_SEQUENCE"],
    ["4321", "ERR_PIN_SEQUENCE", "ERR_PIN_SEQUENCE", "ERR_PIN_SEQUENCE"],
    ["0123", "ERR_PIN_SEQUENCE", "ERR_PIN_SEQUENCE", "ERR_PIN_SEQUENCE"],
    ["9876", "ERR_PIN_SEQUENCE", "ERR_PIN_SEQUENCE", "ERR_PIN_SEQUENCE"],
    ["7890", null, "ERR_PIN_SEQUENCE", null],
    ["8901", null, "ERR_PIN_SEQUENCE", null],
    ["0987", null, "ERR_PIN_SEQUENCE", null],
    ["2109", null, "ERR_PIN_SEQUENCE", null],
    ["1111", "ERR_PIN_REPEATED", "ERR_PIN_REPEATED", "ERR_PIN_REPEATED"],
    ["0000", "ERR_PIN_REPEATED", "ERR_PIN_REPEATED", "ERR_PIN_REPEATED"],
    ["1112", "ERR_PIN_REPEATED", "ERR_PIN_REPEATED", "ERR_PIN_REPEATED"],
    ["1211", "ERR_PIN_REPEATED", "ERR_PIN_REPEATED", "ERR_PIN_REPEATED"],
    ["1122", null, null, "ERR_PIN_TOO_FEW_DIFFERENT"],
    ["1212", null, null, "ERR_PIN_TOO_FEW_DIFFERENT"],
    ["1324", null, null, null],
    ["1235", null, null, null],
    ["0472", null, null, null],
    ["1928", null, null, null],
  ] as const)("%s: %s, %s, %s", (pin, ...expected) => {
    expect(pinRuleReadings.map((reading) => findPinRuleBreach(ascii(pin), reading))).toEqual(expected);
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
    for (const reading of pinRuleReadings) {
      expect(findPinRuleBreach(Uint8Array.from(bytes), reading)).toBe("ERR_PIN_DIGITS");
    }
  });

  it("leaves the PIN as it is: wiping is its owner's", () => {
    const pin = ascii("1928");
    findPinRuleBreach(pin, "three-distinct");
    expect(pin).toEqual(ascii("1928"));
  });
});
