import "./english-words.ts";
import { describe, expect, it } from "vitest";
import { findPasscodeComplaint, findPinComplaint, type PinField } from "../../src-renderer/secrets/entry-complaints.ts";
import { words } from "../../src-renderer/words/words.ts";
import { typed } from "./typed-secret.ts";

const all: readonly PinField[] = ["first", "again", "passcode"];
const look = (
  fields: readonly PinField[],
  [first, again, passcode]: readonly string[],
  objection: string | null = null,
) => {
  const entries = { first: typed(first ?? ""), again: typed(again ?? ""), passcode: typed(passcode ?? "") };
  const found = findPinComplaint(fields, entries, objection === null ? null : () => objection);
  return found && { ...found, text: found.text() };
};

describe("what is wrong with a new PIN, its repetition and the passcode", () => {
  const incomplete = words().pin.incomplete({ length: 4 });

  it.each([
    ["nothing", all, ["7305", "7305", "Rain on 7 roofs"], null],
    ["half a PIN", all, ["73", "73", "x"], { field: "first", text: incomplete }],
    ["a PIN in order", all, ["1234", "1234", "x"], { field: "first", text: expect.stringContaining("1234 or 4321") }],
    ["half a repetition", all, ["7305", "73", "x"], { field: "again", text: incomplete }],
    [
      "another repetition",
      all,
      ["7305", "7306", "x"],
      { field: "first", text: words().pin.mismatch, isMismatch: true },
    ],
    ["no passcode", all, ["7305", "7305", ""], { field: "passcode", text: words().passcode.empty }],
    ["no repetition yet, after the first", ["first"], ["7305", "", ""], null],
    ["no passcode yet, after the second", ["first", "again"], ["7305", "7305", ""], null],
  ] as const)("%s", (_what, fields, entries, complaint) => {
    expect(look(fields, entries)).toEqual(complaint);
  });

  it("an objection of the adviser, but only where the PIN keeps the rules", () => {
    expect(look(["first"], ["1985"], "easily guessed")).toEqual({ field: "first", text: "easily guessed" });
    expect(look(["first"], ["198"], "easily guessed")).toEqual({ field: "first", text: incomplete });
  });

  it("leaves the entries as they are", () => {
    const entries = { first: typed("7305"), again: typed("7306"), passcode: typed("abc") };
    findPinComplaint(all, entries, null);
    expect([entries.first.count(), entries.again.count(), entries.passcode.count()]).toEqual([4, 4, 3]);
  });
});

describe("what is wrong with a new passcode and its repetition", () => {
  const both = ["first", "again"];
  const good = "Rain on 7 roofs";

  it.each<[string, readonly string[], [string, string], object | null]>([
    ["nothing", both, [good, good], null],
    ["no passcode", both, ["", ""], { field: "first", text: words().passcode.empty }],
    ["a short one", both, ["Rain", "Rain"], { field: "first", text: expect.stringMatching(/too short\. .*6/) }],
    [
      "another repetition",
      both,
      [good, `${good}!`],
      { field: "first", text: words().passcode.mismatch, isMismatch: true },
    ],
    ["no repetition yet, after the first", ["first"], [good, ""], null],
    ["neither, before both", ["current"], ["", ""], null],
  ])("%s", (_what, asked, [first, again], complaint) => {
    const found = findPasscodeComplaint(asked, { first: typed(first), again: typed(again) });
    expect(found && { ...found, text: found.text() }).toEqual(complaint);
  });
});
