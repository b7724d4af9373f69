import { expect, it } from "vitest";
import { type PasscodeStrength, passcodeStrength } from "../../../src-contract/rules/passcode-strength.ts";
import { ascii } from "../by-hand.ts";

const judged: Readonly<Record<string, PasscodeStrength | null>> = {
  "": null,
  kx7q2: null,
  // Refused, whatever its length.
  "Password1!": "guessable",
  qwertzuiop: "guessable",
  "lamp lamp lamp lamp ": "guessable",
  // Allowed, and tried soon.
  "482915": "guessable",
  kettle: "guessable",
  abcdefgh12345678x: "guessable",
  qwertzuiopasdfghjkl1: "guessable",
  aaaaaaaaaaaaaaaaaaaa1b: "guessable",
  hallo7hallo7hallo7hallo7x: "guessable",
  // Good enough against five tries, and not against a thief with time.
  "7392048164": "fair",
  "x9!Lq2": "fair",
  "lamp zebra": "fair",
  // Several words, or length with variety.
  "correct horse battery staple": "strong",
  "Blue kettle on 7 roofs": "strong",
  "k7#Wq2!zR9&p": "strong",
};

it.each(Object.entries(judged))("%j is %s", (passcode, strength) => {
  expect(passcodeStrength(ascii(passcode))).toBe(strength);
});

it("leaves the bytes as they were", () => {
  const bytes = ascii("Blue kettle on 7 roofs");
  passcodeStrength(bytes);
  expect(bytes).toEqual(ascii("Blue kettle on 7 roofs"));
});
