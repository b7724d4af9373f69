import { transformWithOxc } from "vite";
import { describe, expect, it } from "vitest";
import { deriveGuessablePins, sourceOf } from "../../../build/guessable-pins/derive.mjs";
import { strategies } from "../../../build/guessable-pins/strategies.mjs";
import { guessablePins } from "../../../src-contract/rules/guessable-pins.ts";
import { findPinRuleBreach } from "../../../src-contract/rules/pin.ts";
import { ascii } from "../by-hand.ts";

const isAllowed = (pin: string) => findPinRuleBreach(ascii(pin)) === null;
const derived = deriveGuessablePins(isAllowed);
const pins = [...derived.values()].flat();
const inOrder = [...derived].map(([reason, ofReason]) => [reason, ofReason.join("")]);

describe("the list of guessable PINs", () => {
  it("in the contract is the one that the strategies give today", () => {
    expect(Object.entries(guessablePins)).toEqual(inOrder);
  });

  it("is written as a module that gives them", async () => {
    const { code } = await transformWithOxc(sourceOf(derived), "written.ts");
    const written = await import(`data:text/javascript,${encodeURIComponent(code)}`);
    expect(Object.entries(written.guessablePins)).toEqual(inOrder);
  });

  it("has about a tenth of all PINs, each once", () => {
    expect(pins.length).toBeGreaterThanOrEqual(900);
    expect(pins.length).toBeLessThanOrEqual(1100);
    expect(new Set(pins).size).toBe(pins.length);
  });

  it("has four digits for each, and none that the card service refuses anyway", () => {
    expect(pins.filter((pin) => !/^\d{4}$/.test(pin) || !isAllowed(pin))).toEqual([]);
  });

  it.each(strategies)("has from $reason as many as its strategy says", ({ reason, adds }) => {
    expect(derived.get(reason)).toHaveLength(adds);
  });

  it("gives a PIN the first of its reasons", () => {
    const reasonOf = (wanted: string) => [...derived].find(([, ofReason]) => ofReason.includes(wanted))?.[0];
    expect(["1919", "1001", "1230", "1224"].map(reasonOf)).toEqual([
      "year",
      "mirrored",
      "keypad-line",
      "month-and-day",
    ]);
  });
});
