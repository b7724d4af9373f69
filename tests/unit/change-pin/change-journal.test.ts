import { randomUUID } from "node:crypto";
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { openChangeJournal } from "../../../src-main/change-pin/change-journal.ts";

const scope = "a-customer-of-a-bank-01";
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "journal-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const inScope = () => readdir(path.join(folder, scope));

describe("the journal of open changes", () => {
  it("is empty where nothing was ever begun, and makes nothing by being looked at", async () => {
    expect(await openChangeJournal(path.join(folder, "new")).list(scope)).toEqual([]);
    expect(await readdir(folder)).toEqual([]);
  });

  it("keeps what was begun until its end was seen, also for the next start, the oldest first", async () => {
    const [first, second] = [randomUUID(), randomUUID()];
    const journal = openChangeJournal(folder);
    await journal.write(scope, first);
    await journal.write(scope, second);
    expect(await openChangeJournal(folder).list(scope)).toEqual([first, second]);
    await journal.remove(scope, first);
    await journal.remove(scope, first);
    expect(await openChangeJournal(folder).list(scope)).toEqual([second]);
  });

  describe("with an entry prepared", () => {
    const [first, second] = [randomUUID(), randomUUID()];
    const text = (id: string) => readFile(path.join(folder, scope, `${id}.json`), "utf8").then(JSON.parse);

    it("lists none of it, and gives it to the next change alone", async () => {
      const journal = openChangeJournal(folder);
      await journal.prepare(scope);
      expect([await journal.list(scope), await inScope()]).toEqual([[], ["next"]]);
      const prepared = await readFile(path.join(folder, scope, "next"), "utf8");
      await journal.write(scope, first);
      await journal.write(scope, second);
      expect(await inScope()).toEqual([first, second].map((id) => `${id}.json`).sort());
      expect(await text(first)).toEqual(JSON.parse(prepared));
      expect(Object.keys(await text(second))).toEqual(["version", "begun_at"]);
    });

    it("takes none that an earlier start left, that is gone, or that another customer's change is for", async () => {
      await openChangeJournal(folder).prepare(scope);
      await writeFile(path.join(folder, scope, "next"), "left by a kill");
      const journal = openChangeJournal(folder);
      await journal.write(scope, first);
      expect(await text(first)).toMatchObject({ version: 1 });
      await journal.prepare(scope);
      await rm(path.join(folder, scope, "next"));
      await journal.write(scope, second);
      expect(await text(second)).toMatchObject({ version: 1 });
      await journal.prepare("another-customer-000002");
      await writeFile(path.join(folder, scope, "next"), "left by a kill");
      await journal.write(scope, first);
      expect(await text(first)).toMatchObject({ version: 1 });
      expect(await journal.list(scope)).toEqual([second, first]);
    });

    describe("takes none that says another time than its change's", () => {
      beforeEach(() => void vi.useFakeTimers({ toFake: ["performance", "Date"] }));
      afterEach(() => void vi.useRealTimers());

      it("as one for a change before", async () => {
        const journal = openChangeJournal(folder);
        await journal.prepare(scope);
        vi.advanceTimersByTime(3_600_000);
        await journal.write(scope, first);
        expect(await journal.secondsSince(scope, first)).toBe(0);
      });

      it("as one that a slow disk had long after it was asked for", async () => {
        const journal = openChangeJournal(folder);
        const preparing = journal.prepare(scope);
        vi.advanceTimersByTime(3_600_000);
        await preparing;
        await journal.write(scope, first);
        expect(await journal.secondsSince(scope, first)).toBe(0);
      });

      it("as one that was there only after its change was noted", async () => {
        const journal = openChangeJournal(folder);
        const preparing = journal.prepare(scope);
        vi.advanceTimersByTime(5000);
        await Promise.all([preparing, journal.write(scope, first)]);
        await journal.write(scope, second);
        expect(await journal.secondsSince(scope, second)).toBe(0);
      });
    });

    it("leaves one file at most, whatever it finds under that name", async () => {
      const next = path.join(folder, scope, "next");
      const elsewhere = path.join(folder, "elsewhere");
      await mkdir(path.join(folder, scope));
      await writeFile(elsewhere, "untouched");
      await symlink(elsewhere, next);
      const journal = openChangeJournal(folder);
      await journal.prepare(scope);
      await journal.prepare(scope);
      expect([await inScope(), await readFile(elsewhere, "utf8")]).toEqual([["next"], "untouched"]);
    });

    it("says where it cannot be", async () => {
      const journal = openChangeJournal(folder);
      await writeFile(path.join(folder, "a-file"), "");
      await expect(journal.prepare("a-file")).rejects.toThrow("EEXIST");
      await journal.prepare(scope);
      await mkdir(path.join(folder, scope, `${first}.json`, "in the way"), { recursive: true });
      await expect(journal.write(scope, first)).rejects.toMatchObject({ code: "ERR_JOURNAL" });
    });
  });

  it("shows one customer nothing of another", async () => {
    const journal = openChangeJournal(folder);
    await journal.write(scope, randomUUID());
    expect(await journal.list("another-customer-000002")).toEqual([]);
  });

  it("holds no more than when it was begun", async () => {
    const id = randomUUID();
    await openChangeJournal(folder).write(scope, id);
    expect(await inScope()).toEqual([`${id}.json`]);
    const text = await readFile(path.join(folder, scope, `${id}.json`), "utf8");
    expect(Object.keys(JSON.parse(text)).sort()).toEqual(["begun_at", "version"]);
  });

  it("names a change whose file was damaged all the same, and leaves other files alone", async () => {
    const id = randomUUID();
    await mkdir(path.join(folder, scope));
    await writeFile(path.join(folder, scope, `${id}.json`), "");
    await writeFile(path.join(folder, scope, "notes.json"), "{}");
    await writeFile(path.join(folder, scope, `${id}.json.${randomUUID()}`), "half of one");
    expect(await openChangeJournal(folder).list(scope)).toEqual([id]);
  });

  it("knows how long ago a change was begun, unless a clock was wrong", async () => {
    const id = randomUUID();
    await mkdir(path.join(folder, scope));
    const since = async (begun_at: string) => {
      await writeFile(path.join(folder, scope, `${id}.json`), JSON.stringify({ version: 1, begun_at }));
      return openChangeJournal(folder).secondsSince(scope, id);
    };
    const ago = (seconds: number) => new Date(Date.now() - seconds * 1000).toISOString();
    const hour = await since(ago(3600));
    expect(hour).toBeGreaterThanOrEqual(3600);
    expect(hour).toBeLessThan(3660);
    expect(Number.isInteger(hour)).toBe(true);
    expect(await since(ago(-60))).toBeUndefined(); // begun in what is the future now
    expect(await since("1980-01-01T00:00:00Z")).toBeUndefined();
    expect(await since("yesterday")).toBeUndefined();
    expect(await openChangeJournal(folder).secondsSince(scope, randomUUID())).toBeUndefined();
  });

  it("says so when it cannot be written, and leaves nothing half done", async () => {
    // Where root runs the tests a mode stops nobody: a file in the folder's place does.
    await writeFile(path.join(folder, scope), "in the way");
    await expect(openChangeJournal(folder).write(scope, randomUUID())).rejects.toMatchObject({ code: "ERR_JOURNAL" });
    expect(await readdir(folder)).toEqual([scope]);
  });
});
