import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openLetterNotes } from "../../../src-main/keys/letter-note.ts";
import { scope } from "./fake-enrolment.ts";

const note = { requested_at: "2030-01-01T00:00:00Z", expires_at: "2030-01-15T00:00:00Z" };
let base: string;
let folder: string;
beforeEach(() => {
  base = mkdtempSync(path.join(tmpdir(), "cardbound-letters-"));
  folder = path.join(base, "letters");
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

describe("what is kept of a letter", () => {
  it("is read by the next start, and is nothing but two times", async () => {
    await openLetterNotes(folder).write(scope, note);
    expect(openLetterNotes(folder).read(scope)).toEqual(note);
    expect(readdirSync(folder)).toEqual([`${scope}.json`]);
    expect(JSON.parse(readFileSync(path.join(folder, `${scope}.json`), "utf8"))).toEqual({ version: 1, ...note });
  });

  it("is each customer's own, and goes with the letter", async () => {
    const notes = openLetterNotes(folder);
    await notes.write(scope, note);
    expect(notes.read("another-customer")).toBeNull();
    await notes.write(scope, null);
    expect(notes.read(scope)).toBeNull();
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each([
    "",
    "{}",
    JSON.stringify({ version: 2, ...note }),
    JSON.stringify({ version: 1, ...note, code: "abc12def34gh" }),
    JSON.stringify({ version: 1, ...note, requested_at: "<b>yesterday</b>" }),
  ])("is as if there were none where somebody else has written: %s", (text) => {
    mkdirSync(folder);
    writeFileSync(path.join(folder, `${scope}.json`), text);
    expect(openLetterNotes(folder).read(scope)).toBeNull();
  });

  it("stops nothing where its folder cannot be used", async () => {
    writeFileSync(folder, "a file in its place");
    await openLetterNotes(folder).write(scope, note);
    await openLetterNotes(folder).write(scope, null);
    expect(openLetterNotes(folder).read(scope)).toBeNull();
  });
});
