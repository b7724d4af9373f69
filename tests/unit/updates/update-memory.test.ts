import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openUpdateMemory } from "../../../src-main/updates/update-memory.ts";

let folder: string;
const file = () => path.join(folder, "updates.json");
const seen = {
  root: 1,
  sequence: 5,
  digest: "a".repeat(64),
  signers: ["b".repeat(64)],
  minimumVersion: "1.0.0",
  at: 1_800_000_000_000,
};

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "cardbound-memory-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("what was seen of releases", () => {
  it("outlives the program, with the same id", async () => {
    const before = openUpdateMemory(file());
    expect(before.seen()).toBeNull();
    await before.note(seen);
    await before.noteRoot(2);
    await before.noteRoot(1);
    const after = openUpdateMemory(file());
    expect(after.seen()).toEqual(seen);
    expect(after.root()).toBe(2);
    expect(after.id()).toBe(before.id());
  });

  it.each(["", "{}", '{"version":1,"id":"x","seen":null}', '{"version":2}'])(
    "counts as nothing if the file has %j",
    (text) => {
      writeFileSync(file(), text);
      expect(openUpdateMemory(file()).seen()).toBeNull();
    },
  );

  it("is not known if it could not be stored, and says so", async () => {
    writeFileSync(path.join(folder, "no-folder"), "");
    const memory = openUpdateMemory(path.join(folder, "no-folder", "updates.json"));
    await expect(memory.note(seen)).rejects.toMatchObject({ code: "ERR_UPDATE_NOT_STORED" });
    expect(memory.seen()).toBeNull();
  });

  it("has nothing but numbers, hashes and an id", async () => {
    const memory = openUpdateMemory(file());
    await memory.note(seen);
    expect(JSON.parse(readFileSync(file(), "utf8"))).toEqual({ version: 1, id: memory.id(), root: 0, seen });
  });
});
