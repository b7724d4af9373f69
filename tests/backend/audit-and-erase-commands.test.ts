// What the commands on the audit and on a person say to who runs them, and how they end.
import { existsSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { digestOf } from "../../src-backend/audit/audit-digests.ts";
import { openDatabase } from "../../src-backend/database/open-database.ts";
import { takeServerLock } from "../../src-backend/database/server-lock.ts";
import { createLedger } from "../../src-backend/pin-changes/ledger.ts";
import { runCommand } from "../../src-backend/run-command.ts";
import { rowIdsOf } from "../../src-backend/sign-in/customer-ids.ts";
import { databaseFile, writtenIn } from "./own-database.ts";

const secret = "the-current-secret-of-the-bank-32";

/** A database with one change of a person, by a secret. */
async function setUp({ state = "changed" as "changed" | "started" } = {}) {
  const file = databaseFile();
  const database = await openDatabase({ kind: "sqlite", file });
  const ledger = createLedger(database);
  const [rowId] = rowIdsOf("person-of-ada", { current: secret });
  const at = Date.now();
  const ids = { rowId, requestId: "r1", attempt: 1, cardId: null, changeRequestId: null, solarisErrorId: null };
  const rest = { route: "signed", contentHash: "hash", problem: null, version: 0, heldUntil: at + 5000 } as const;
  const entry = { ...ids, ...rest, state, createdAt: at, updatedAt: at };
  await ledger.inTurn("r1", (turn) => ledger.add(turn, entry, [rowId]));
  const run = (words: string, input = "", more: Record<string, string> = {}) =>
    runCommand(words.split(" "), {
      variables: { DATABASE_FILE: file, CUSTOMER_ID_SECRET: secret, ...more },
      readInput: async () => input,
    });
  return { file, database, run };
}

describe("audit verify", () => {
  it("ends with 0 beside a server if all is whole, and with 2 and the place of the first break if not", async () => {
    const { file, database, run } = await setUp();
    const lock = takeServerLock(file);
    try {
      const whole = await run("audit verify");
      expect(whole).toEqual({
        exitCode: 0,
        said: "Whole. Rows: 1, chains: 1.\nThe ledger's 1 rows are not contradicted by the audit.",
      });
      await database.updateTable("audit_entry").set({ state: "refused" }).execute();
      const broken = await run("audit verify");
      expect(broken.exitCode).toBe(2);
      expect(broken.said).toMatch(
        /^BROKEN: 1 of 1 chains\. The first break \(changed\) is row 1 of chain [0-9a-f]{8}\.\S+: /,
      );
    } finally {
      lock.giveUp();
      await database.destroy();
    }
  });

  it("ends with 2 where the log has a digest of rows that are gone, or the ledger is not as the audit says", async () => {
    const { file, database, run } = await setUp();
    const digest = { event: "audit_digest", from: "2026-01-01T00:00:00.000Z", until: "2126-01-01T00:00:00.000Z" };
    writeFileSync(`${file}.log`, JSON.stringify({ ...digest, rows: 7, digest: "0".repeat(64) }));
    const gone = await run(`audit verify ${file}.log`);
    expect(gone.exitCode).toBe(2);
    expect(gone.said).toContain("7 rows then, 1 now");
    await database.updateTable("pin_change").set({ state: "refused" }).execute();
    expect(await run("audit verify")).toMatchObject({
      exitCode: 2,
      said: expect.stringContaining("BROKEN: 1 of 1 rows of the ledger"),
    });
    await database.destroy();
  });

  it("ends with 2 where more was removed by age than is old enough", async () => {
    const { database, run } = await setUp();
    await database.insertInto("audit_cut").values({ name: "audit", before: new Date().toISOString() }).execute();
    expect(await run("audit verify")).toMatchObject({
      exitCode: 2,
      said: expect.stringContaining("BROKEN: rows were removed"),
    });
    await database.destroy();
  });

  it("says over how many rows the log's digests are, and is refused for a log without any", async () => {
    const { file, database, run } = await setUp();
    const span = { from: "2026-01-01T00:00:00.000Z", until: "2126-01-01T00:00:00.000Z" };
    const line = JSON.stringify({ event: "audit_digest", ...span, ...(await digestOf(database, span)) });
    writeFileSync(`${file}.log`, `${line}\n`);
    const agreeing = await run(`audit verify ${file}.log`);
    expect(agreeing).toMatchObject({ exitCode: 0, said: expect.stringContaining("that agree: 1, over 1 rows.") });
    writeFileSync(`${file}.log`, '{"event":"request_done"}\n');
    await expect(run(`audit verify ${file}.log`)).rejects.toThrow("no line with the event audit_digest");
    await database.destroy();
  });

  it("is refused for a log that is not there, and makes no database", async () => {
    const { database, run } = await setUp();
    await database.destroy();
    await expect(run("audit verify /does/not/exist")).rejects.toThrow("cannot be read");
    await expect(run("audit verify", "", { DATABASE_FILE: databaseFile() })).rejects.toThrow("no database");
  });
});

describe("erase", () => {
  it("says what it has removed of the person, and never whose id it was told", async () => {
    const { file, database, run } = await setUp();
    await database.updateTable("pin_change").set({ held_until: null }).execute();
    await database.destroy();
    const { said, exitCode } = await run("erase --person", "person-of-ada\n");
    expect(exitCode).toBe(0);
    expect(said).toContain(`Removed from ${file}\n  pin_change: 1\n  counter: 0\n`);
    expect(said).toContain("Kept: 1 rows of the audit");
    expect(said).not.toContain("person-of-ada");
  });

  it("says so where nothing is known of the person, rather than what it has removed", async () => {
    const { file, database, run } = await setUp();
    await database.destroy();
    const { said, exitCode } = await run("erase --person", "person-of-adam\n");
    expect(exitCode).toBe(0);
    expect(said).toMatch(/^Nothing is known of this person in .*: compare the id .* Nothing was removed\.$/);
    expect(said).toContain(file);
  });

  it("leaves nothing of it in parts of the file that are not used any more", async () => {
    const { file, database, run } = await setUp();
    const [rowId] = rowIdsOf("person-of-ada", { current: secret });
    await database.updateTable("pin_change").set({ held_until: null, card_id: "card-of-ada" }).execute();
    await database.destroy();
    const isThere = async () => {
      const written = await writtenIn({ kind: "sqlite", file });
      return ["card-of-ada", rowId].map((text) => written.includes(text));
    };
    expect(await isThere()).toEqual([true, true]);
    await run("erase --person", "person-of-ada");
    expect(await isThere()).toEqual([false, false]);
  });

  it("is refused for a file that is not there, and makes none", async () => {
    const { database, run } = await setUp();
    await database.destroy();
    const file = databaseFile();
    const elsewhere = run("erase --person", "person-of-ada", { DATABASE_FILE: file });
    await expect(elsewhere).rejects.toThrow("no database");
    expect(existsSync(file)).toBe(false);
  });

  it.each([
    ["no id", "", {}, "not one person's id"],
    ["two ids", "one two", {}, "not one person's id"],
    ["a database by default", "person-of-ada", { DATABASE_FILE: "" }, "Set DATABASE_FILE or DATABASE_URL"],
    ["no secret, where rows have one", "person-of-ada", { CUSTOMER_ID_SECRET: "" }, "rows of another secret"],
  ])("is refused for %s", async (_, input, more, said) => {
    const { database, run } = await setUp();
    await database.destroy();
    await expect(run("erase --person", input, more)).rejects.toThrow(said);
  });

  it("is refused while a change is under way, and while a server uses the file", async () => {
    const { file, database, run } = await setUp({ state: "started" });
    await expect(run("erase --person", "person-of-ada")).rejects.toThrow(
      /1 of the person's PIN changes .* nothing was/,
    );
    expect(await database.selectFrom("pin_change").selectAll().execute()).toHaveLength(1);
    await database.destroy();
    const lock = takeServerLock(file);
    try {
      await expect(run("erase --person", "person-of-ada")).rejects.toMatchObject({ reason: "in_use" });
    } finally {
      lock.giveUp();
    }
  });
});
