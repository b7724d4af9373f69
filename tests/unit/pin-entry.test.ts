import { describe, expect, it } from "vitest";
import { findPinComplaint, type PinField } from "../../src-renderer/secrets/pin-entry.ts";
import { createSecretBytes, type SecretBytes } from "../../src-renderer/secrets/secret-bytes.ts";
import { words } from "../../src-renderer/words/words.ts";

const all: readonly PinField[] = ["first", "again", "passcode"];
const secret = (text: string): SecretBytes => {
  const bytes = createSecretBytes(64);
  for (const character of text) bytes.add(character.charCodeAt(0));
  return bytes;
};
const look = (
  fields: readonly PinField[],
  [first, again, passcode]: readonly string[],
  objection: string | null = null,
) => {
  const entries = { first: secret(first ?? ""), again: secret(again ?? ""), passcode: secret(passcode ?? "") };
  const found = findPinComplaint(fields, entries, objection === null ? null : () => objection);
  return found && { ...found, text: found.text() };
};

describe("what is wrong with a new PIN, its repetition and the passcode", () => {
  const incomplete = words.pin.incomplete({ length: 4 });

  it.each([
    ["nothing", all, ["7305", "7305", "Rain on 7 roofs"], null],
    ["half a PIN", all, ["73", "73", "x"], { field: "first", text: incomplete }],
    ["a PIN in order", all, ["1234", "1234", "x"], { field: "first", text: expect.stringContaining("1234 or 4321") }],
    ["half a repetition", all, ["7305", "73", "x"], { field: "again", text: incomplete }],
    ["another repetition", all, ["7305", "7306", "x"], { field: "first", text: words.pin.mismatch, isMismatch: true }],
    ["no passcode", all, ["7305", "7305", ""], { field: "passcode", text: words.passcode.empty }],
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
    const entries = { first: secret("7305"), again: secret("7306"), passcode: secret("abc") };
    findPinComplaint(all, entries, null);
    expect([entries.first.count(), entries.again.count(), entries.passcode.count()]).toEqual([4, 4, 3]);
  });
});
