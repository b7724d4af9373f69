import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type BirthDate, findBirthDateFault, isFromBirthDate } from "../../src-renderer/secrets/birth-date.ts";
import { runs } from "../long-form.ts";
import { ascii } from "./by-hand.ts";

const everyPin = Array.from({ length: 10_000 }, (_, i) => String(i).padStart(4, "0"));
const birthDate = (text: string): BirthDate => {
  const [year = 0, month = 0, day = 0] = text.split("-").map(Number);
  return { day, month, year };
};

/** All of it once more, on text: pieces of a date in every order, and the same backwards. */
function pinsOf({ day, month, year }: BirthDate): Set<string> {
  const two = (number: number) => String(number).padStart(2, "0").slice(-2);
  const pieces = [two(day), two(month), two(year)];
  const byTwos = pieces.flatMap((a, i) => pieces.filter((_, other) => other !== i).map((b) => a + b));
  const [dm, md] = [`${day}${month}`, `${month}${day}`];
  const whole = [dm + two(year), md + two(year), two(year) + dm, two(year) + md].filter((pin) => pin.length === 4);
  const forwards = [String(year), ...byTwos, ...whole];
  return new Set([...forwards, ...forwards.map((pin) => [...pin].reverse().join(""))]);
}

describe("a PIN from a birth date", () => {
  it.each([
    ["1984-11-27", "1984 2711 1127 2784 8427 1184 8411 4891 1172 7211 4872 7248 4811 1148"],
    [
      "1984-03-07",
      "1984 0703 0307 0784 8407 0384 8403 7384 3784 8473 8437 4891 3070 7030 4870 7048 4830 3048 4837 4873 7348 3748",
    ],
    ["2006-10-05", "2006 0510 1005 0506 0605 1006 0610 6002 0150 5001 6050 5060 6001 0160"],
  ])("%s: these and no others", (date, pins) => {
    const found = everyPin.filter((pin) => isFromBirthDate(ascii(pin), birthDate(date)));
    expect(found).toEqual([...new Set(pins.split(" "))].sort());
  });

  it("is found for every date, and nothing else is", () => {
    const date = fc.date({ min: new Date(1900, 0, 1), max: new Date(2030, 11, 31), noInvalidDate: true });
    fc.assert(
      fc.property(date, (any) => {
        const born = { day: any.getDate(), month: any.getMonth() + 1, year: any.getFullYear() };
        const found = everyPin.filter((pin) => isFromBirthDate(ascii(pin), born));
        expect(found).toEqual([...pinsOf(born)].sort());
      }),
      { numRuns: runs(12, 300) },
    );
  });

  it.each(["", "271", "27111", "271119", "27111984"])("is nothing but four digits: %s", (pin) => {
    expect(isFromBirthDate(ascii(pin), birthDate("1984-11-27"))).toBe(false);
  });

  it("is left as it is, and the date too", () => {
    const pin = ascii("2711");
    const date = birthDate("1984-11-27");
    isFromBirthDate(pin, date);
    expect([pin, date]).toEqual([ascii("2711"), birthDate("1984-11-27")]);
  });
});

describe("a birth date", () => {
  const today = new Date(2026, 4, 6, 9, 30);

  it.each([
    ["2026-05-06", null],
    ["1900-01-01", null],
    ["1984-02-29", null],
    ["2000-02-29", null],
    ["1899-12-31", "before-1900"],
    ["84-02-29", "before-1900"],
    ["2026-05-07", "in-the-future"],
    ["2027-01-01", "in-the-future"],
    ["1900-02-29", "no-such-day"],
    ["1985-02-29", "no-such-day"],
    ["1985-04-31", "no-such-day"],
    ["1985-13-01", "no-such-day"],
    ["1985-00-10", "no-such-day"],
    ["1985-10-00", "no-such-day"],
    ["1985-10-1.5", "no-such-day"],
    ["1985-10-x", "no-such-day"],
    ["9999999-10-01", "no-such-day"],
  ] as const)("%s: %s", (date, fault) => {
    expect(findBirthDateFault(birthDate(date), today)).toBe(fault);
  });
});
