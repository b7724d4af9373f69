import { describe, expect, it } from "vitest";
import { findPinFault } from "../../src-sandbox/pin/pin-rule.ts";

describe("which PINs Solaris takes (docs/solaris-api.md §4)", () => {
  it("allows 9,616 of the 10,000", () => {
    const all = Array.from({ length: 10_000 }, (_, n) => String(n).padStart(4, "0"));
    expect(all.filter((pin) => findPinFault(pin) === undefined)).toHaveLength(9616);
  });

  it.each(["1111", "1112", "2111", "1211", "1121", "0000"])("refuses %s: a digit three times or more", (pin) => {
    expect(findPinFault(pin)).toBe("must not contain three or more repeating digits");
  });

  it.each(["1234", "4321", "0123", "3210", "6789", "9876"])("refuses %s: a run", (pin) => {
    expect(findPinFault(pin)).toBe("must not contain sequential digits");
  });

  it.each(["1122", "1212", "1221", "7890", "0987", "2109", "1324", "2143", "1235", "0012", "1357", "0472"])(
    "allows %s",
    (pin) => {
      expect(findPinFault(pin)).toBeUndefined();
    },
  );

  it.each(["", "123", "12345", "12 4", " 1928", "1928\n", "١٩٢٨", "12a4", "-192"])(
    "refuses %j: not four ASCII digits",
    (pin) => {
      expect(findPinFault(pin)).toBe("must be exactly 4 digits");
    },
  );
});
