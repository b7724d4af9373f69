import { describe, expect, it } from "vitest";
import { digitValue, withAsciiDigits } from "../../src-renderer/secrets/digit-value.ts";

/** What Intl itself writes for 0 to 9, in each numbering system that has ten signs. */
function digitsOfEverySystem(): (readonly [string, readonly string[]])[] {
  const systems = Intl.supportedValuesOf("numberingSystem").map((system) => {
    const format = new Intl.NumberFormat(`en-u-nu-${system}`);
    return [system, Array.from({ length: 10 }, (_, value) => format.format(value))] as const;
  });
  return systems.filter(([, digits]) => digits.every((digit) => /^\p{Nd}$/u.test(digit)));
}

describe("the value of a digit", () => {
  it.each(digitsOfEverySystem())("is what Intl means by it, in %s", (_system, digits) => {
    expect(digits.map((digit) => digitValue(digit.codePointAt(0) ?? 0))).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it("is known of many scripts", () => {
    expect(digitsOfEverySystem().length).toBeGreaterThan(50);
  });

  it.each([..."aé²½①五Ⅳ♥😀 /:"])("is none of %s", (character) => {
    expect(digitValue(character.codePointAt(0) ?? 0)).toBeNull();
  });

  it("takes its place in a text, and all else stays", () => {
    expect(withAsciiDigits("２１２ é ٢۱2")).toBe("212 é 212");
  });
});
