import { describe, expect, it } from "vitest";
import { findGuessReason } from "../../../src-contract/rules/guess-reason.ts";
import type { GuessReason } from "../../../src-contract/rules/guessable-pins.ts";
import { findPinRuleBreach } from "../../../src-contract/rules/pin.ts";
import { ascii } from "../by-hand.ts";

const everyPin = Array.from({ length: 10_000 }, (_, i) => String(i).padStart(4, "0"));

// The strategies once more, each as a question to a PIN, where build/guessable-pins/ makes the PINs of each.
const LINES = "123 321 456 654 789 987 147 741 258 852 369 963 159 951 357 753".split(" ");
const BESIDE = ["8", "24", "135", "26", "157", "2468", "359", "48", "5790", "68"];
const KEY_OF_LETTER = "22233344455566677778889999";
const WORDS = "love kiss sexy amor ciao hola home cash card bank code euro geld".split(" ");

const sorted = (pin: string) => [...pin].sort().join("");
const keyOf = (letter: string) => KEY_OF_LETTER[letter.charCodeAt(0) - "a".charCodeAt(0)] ?? "";
const isBeside = (one = "", other = "") => BESIDE[Number(one)]?.includes(other) === true;

function isSteps(pin: string): boolean {
  const [a = 0, b = 0, c = 0, d = 0] = [...pin].map(Number);
  const isEven = (w: number, x: number, y: number, z: number) => x - w === y - x && y - x === z - y && w !== x;
  const ten = (digit: number) => digit || 10;
  const smallest = Math.min(Math.abs(b - a), Math.abs(ten(b) - ten(a)));
  if (smallest <= 3 && (isEven(a, b, c, d) || isEven(ten(a), ten(b), ten(c), ten(d)))) return true;
  const counts = (from: string) => [...from].every((digit, i) => Number(digit) === (Number(from[0]) + i) % 10);
  return counts(pin) || counts([...pin].reverse().join(""));
}

function isBent(pin: string): boolean {
  const isLine = [...LINES, "580", "085"].includes(pin.slice(0, 3));
  return isLine && isBeside(pin[2], pin[3]) && !pin.slice(0, 3).includes(pin[3] ?? "");
}

function isShape(pin: string): boolean {
  const [a, b, c, d] = pin;
  const backwards = [...pin].reverse().join("");
  const walksRound = isBeside(a, b) && isBeside(b, c) && isBeside(c, d) && isBeside(d, a) && new Set(pin).size === 4;
  const isOpposite = (one = "", other = "") => Number(one) + Number(other) === 10;
  const isCross = sorted(pin) === "2468" && isOpposite(a, c) && isOpposite(b, d);
  return isBent(pin) || isBent(backwards) || walksRound || isCross || sorted(pin) === "1379";
}

function isDay(day: string, month: string): boolean {
  const date = new Date(2024, Number(month) - 1, Number(day)); // a leap year
  return date.getDate() === Number(day) && date.getMonth() + 1 === Number(month);
}

const questions: readonly [GuessReason, number, (pin: string) => boolean][] = [
  ["year", 127, (pin) => Number(pin) >= 1900 && Number(pin) <= 2030],
  ["pairs", 178, (pin) => /^(\d\d)\1$|^(\d)\2(\d)\3$/.test(pin)],
  ["mirrored", 88, (pin) => /^(\d)(\d)\2\1$/.test(pin)],
  ["steps", 20, isSteps],
  ["keypad-line", 24, (pin) => LINES.some((line) => pin === `${line}0` || pin === `0${line}`)],
  ["keypad-shape", 114, isShape],
  ["day-and-month", 309, (pin) => isDay(pin.slice(0, 2), pin.slice(2))],
  ["month-and-day", 205, (pin) => isDay(pin.slice(2), pin.slice(0, 2))],
  ["spelled-word", 13, (pin) => WORDS.some((word) => word.replace(/./g, keyOf) === pin)],
  ["well-known-number", 6, (pin) => ["3141", "2718", "1618", "2048", "4096", "8192"].includes(pin)],
];

describe("advice about a PIN", () => {
  const advice = everyPin.map((pin) => findGuessReason(ascii(pin)));

  it("has for each of all 10,000 PINs the reason that the strategies give, if any", () => {
    const reasonFor = (pin: string) => {
      if (findPinRuleBreach(ascii(pin)) !== null) return null;
      return questions.find(([, , isOne]) => isOne(pin))?.[0] ?? null;
    };
    expect(advice).toEqual(everyPin.map(reasonFor));
  });

  it("advises against about a tenth of them", () => {
    const counts = questions.map(([reason]) => [reason, advice.filter((given) => given === reason).length]);
    expect(counts).toEqual(questions.map(([reason, count]) => [reason, count]));
    expect(advice.filter((reason) => reason !== null).length).toBe(1084);
  });

  it.each([
    ["1984", "year"],
    ["4747", "pairs"],
    ["4477", "pairs"],
    ["4774", "mirrored"],
    ["2468", "steps"],
    ["7890", "steps"],
    ["2580", "keypad-line"],
    ["1478", "keypad-shape"],
    ["1379", "keypad-shape"],
    ["2409", "day-and-month"],
    ["2902", "day-and-month"],
    ["1224", "month-and-day"],
    ["5683", "spelled-word"],
    ["3141", "well-known-number"],
    ["3002", null],
    ["8305", null],
  ] as const)("%s: %s", (pin, reason) => {
    expect(findGuessReason(ascii(pin))).toBe(reason);
  });

  it.each([
    ["nothing", []],
    ["the half of one", [0x32, 0x35]],
    ["one and a digit more", [0x32, 0x35, 0x38, 0x30, 0x31]],
    ["two at once", [0x31, 0x39, 0x38, 0x34, 0x31, 0x39, 0x38, 0x35]],
    ["numbers instead of ASCII", [2, 5, 8, 0]],
  ])("has none for %s", (_name, bytes) => {
    expect(findGuessReason(Uint8Array.from(bytes))).toBeNull();
  });

  it("leaves the PIN as it is: wiping is its owner's", () => {
    const pin = ascii("2580");
    findGuessReason(pin);
    expect(pin).toEqual(ascii("2580"));
  });
});
