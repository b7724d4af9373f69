// The audit has each write of the ledger, and shows whoever reads it what was done to it since.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareLedger } from "../../src-backend/audit/compare-ledger.ts";
import { breakOf, verifyAudit } from "../../src-backend/audit/verify-audit.ts";
import type { Database } from "../../src-backend/database/open-database.ts";
import { markRestorable, startOnRestored } from "../../src-backend/database/restore-marks.ts";
import type { AuditEntryTable } from "../../src-backend/database/tables.ts";
import { createLedger } from "../../src-backend/pin-changes/ledger.ts";
import { runs } from "../long-form.ts";
import "../property-runs.ts";
import { AT, DAY, entry, ledgerIn, rowsOf, writeHistory } from "./audit-history.ts";
import { openOwnDatabase, ownDatabase } from "./own-database.ts";

describe("the audit", () => {
  it("has a row of each write, numbered in the customer's chain, and none of a write that found another entry", async () => {
    const database = await openOwnDatabase();
    const { add, replace, go } = ledgerIn(database);
    const first = entry();
    await add(first);
    expect(await add(first)).toBe(false);
    const started = await go(first, { state: "started" });
    expect(await replace(first, { ...started, state: "unknown" })).toBe(false);
    // What makes the row durable once more is no transition.
    expect(await replace(started, started)).toBe(true);
    await go(started, { state: "refused", problem: "ERR_PIN_REFUSED" });
    expect(
      (await rowsOf(database)).map(({ number, state, problem, version }) => [number, state, problem, version]),
    ).toEqual([
      [1, "received", null, 0],
      [2, "started", null, 1],
      [3, "refused", "ERR_PIN_REFUSED", 2],
    ]);
    expect(await verifyAudit(database)).toEqual({ chains: 1, rows: 3, breaks: [] });
    expect(await compareLedger(database)).toEqual({ rows: 1, notAudited: 0, differing: 0 });
  });

  it("has no id, but the mark of the secret that its customer's id needs", async () => {
    const database = await openOwnDatabase();
    await ledgerIn(database).add(entry());
    const text = JSON.stringify([
      await rowsOf(database),
      await database.selectFrom("audit_head").selectAll().execute(),
    ]);
    for (const id of ["adas-", "at-solaris", "hash-of-the-content"]) expect(text).not.toContain(id);
    expect((await rowsOf(database))[0]?.chain).toMatch(/^0123abcd\.[\w-]{43}$/);
  });

  it("has no row of what its transaction took back", async () => {
    const database = await openOwnDatabase();
    const ledger = createLedger(database);
    const refused = ledger.inTurn("r1", async (turn) => {
      await ledger.add(turn, entry(), [entry().rowId]);
      throw new Error("the limit is reached");
    });
    await expect(refused).rejects.toThrow("the limit is reached");
    expect(await verifyAudit(database)).toEqual({ chains: 0, rows: 0, breaks: [] });
  });

  it("has one chain of what several servers write at once", async () => {
    const config = await ownDatabase();
    const servers = [await openOwnDatabase(config), await openOwnDatabase(config)].map(ledgerIn);
    const all = servers.flatMap(({ add, go }, server) =>
      Array.from({ length: 4 }, async (_, at) => {
        const first = entry({ requestId: `r${server}-${at}` });
        await add(first);
        await go(first, { state: "changed" });
      }),
    );
    await Promise.all(all);
    expect(await verifyAudit(await openOwnDatabase(config))).toEqual({ chains: 1, rows: 16, breaks: [] });
  });

  it("has what a start on a restored copy does to open changes", async () => {
    const database = await openOwnDatabase();
    await ledgerIn(database).add(entry());
    await markRestorable(database, AT);
    await startOnRestored(database, () => {}, { now: () => AT + DAY, monotonic: () => 0 }, 0);
    expect((await rowsOf(database)).map(({ state }) => state)).toEqual(["received", "unknown"]);
    expect((await verifyAudit(database)).breaks).toEqual([]);
    expect(await compareLedger(database)).toMatchObject({ differing: 0, notAudited: 0 });
  });
});

describe("whoever verifies the audit is told", () => {
  const broken = async (change: (database: Database) => Promise<unknown>) => {
    const database = await openOwnDatabase();
    await writeHistory(database);
    const longest = (await rowsOf(database)).find(({ number }) => number === 6)?.chain ?? "";
    const ofLongest = { chain: longest };
    await change(database);
    const { breaks } = await verifyAudit(database);
    return { breaks, ofLongest };
  };
  const longest = (database: Database) =>
    database.selectFrom("audit_entry").select("chain").where("number", "=", 6).executeTakeFirstOrThrow();

  it("of a row that is gone", async () => {
    const { breaks, ofLongest } = await broken(async (database) => {
      const { chain } = await longest(database);
      await database.deleteFrom("audit_entry").where("chain", "=", chain).where("number", "=", 3).execute();
    });
    expect(breaks).toEqual([{ ...ofLongest, number: 3, kind: "missing" }]);
  });

  it("of rows at the end that are gone, and of their head with them only by the log", async () => {
    const { breaks, ofLongest } = await broken(async (database) => {
      const { chain } = await longest(database);
      await database.deleteFrom("audit_entry").where("chain", "=", chain).where("number", ">", 4).execute();
    });
    expect(breaks).toEqual([{ ...ofLongest, number: 5, kind: "truncated" }]);
  });

  it("of two rows in each other's place", async () => {
    const { breaks, ofLongest } = await broken(async (database) => {
      const { chain } = await longest(database);
      const renumber = (from: number, to: number) =>
        database
          .updateTable("audit_entry")
          .set({ number: to })
          .where("chain", "=", chain)
          .where("number", "=", from)
          .execute();
      await renumber(2, 99);
      await renumber(5, 2);
      await renumber(99, 5);
    });
    expect(breaks).toEqual([{ ...ofLongest, number: 2, kind: "reordered" }]);
  });

  it("of a head that is gone, or is another row's", async () => {
    const gone = await broken((database) => database.deleteFrom("audit_head").execute());
    expect(gone.breaks.map(({ kind }) => kind)).toEqual(["head_missing", "head_missing"]);
    const changed = await broken((database) => database.updateTable("audit_head").set({ hash: "0" }).execute());
    expect(changed.breaks.map(({ kind }) => kind)).toEqual(["head_changed", "head_changed"]);
  });

  it("of a row of the ledger that was changed beside the backend, and how many an earlier version wrote", async () => {
    const database = await openOwnDatabase();
    await writeHistory(database);
    await database.updateTable("pin_change").set({ state: "refused" }).where("request_id", "=", "r1").execute();
    const byEarlier = database.updateTable("pin_change").set(({ eb }) => ({ version: eb("version", "+", 1) }));
    await byEarlier.where("request_id", "=", "r2").execute();
    expect(await compareLedger(database)).toEqual({ rows: 3, notAudited: 1, differing: 1 });
  });
});

it("each single change of a stored row is found, and where it is", async () => {
  const database = await openOwnDatabase();
  await writeHistory(database);
  const rows = await rowsOf(database);
  const heads = await database.selectFrom("audit_head").selectAll().execute();
  const columns = Object.keys(rows[0] ?? {}) as (keyof AuditEntryTable)[];
  const anyRow = fc.nat(rows.length - 1);
  const other = (value: unknown) => (typeof value === "number" ? value + 1 : `${value}x`);
  const find = (stored: readonly AuditEntryTable[]) =>
    heads
      .map((head) =>
        breakOf(
          head.chain,
          head,
          stored.filter(({ chain }) => chain === head.chain).toSorted((a, b) => a.number - b.number),
        ),
      )
      .filter((one) => one !== null);
  expect(find(rows)).toEqual([]);
  const changes = fc.oneof(
    fc.tuple(anyRow, fc.constantFrom(...columns)).map(([at, column]) => ({
      at: [at],
      stored: rows.map((row, index) => (index === at ? { ...row, [column]: other(row[column]) } : row)),
    })),
    anyRow.map((at) => ({ at: [at], stored: rows.toSpliced(at, 1) })),
    fc
      .tuple(anyRow, anyRow)
      .filter(([one, two]) => one !== two)
      .map(([one, two]) => {
        const [a, b] = [rows[one], rows[two]];
        if (a === undefined || b === undefined) throw new Error("no row");
        const place = ({ chain, number }: AuditEntryTable) => ({ chain, number });
        const stored = rows.with(one, { ...a, ...place(b) }).with(two, { ...b, ...place(a) });
        return { at: [one, two], stored };
      }),
  );
  fc.assert(
    fc.property(changes, ({ at, stored }) => {
      const found = find(stored);
      const firsts = at.map((index) => rows[index]);
      // Where it is, or the row after it, which no longer follows.
      return found.some(({ chain, number }) =>
        firsts.some((row) => row?.chain === chain && (row.number === number || row.number + 1 === number)),
      );
    }),
    { numRuns: runs(400, 5000) },
  );
});
