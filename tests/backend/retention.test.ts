// What is kept for how long, by the operator's settings: of what was removed nothing is claimed, and what is left of the
// audit can be verified.
import { describe, expect, it } from "vitest";
import { checkDigests } from "../../src-backend/audit/check-digests.ts";
import { cutAudit } from "../../src-backend/audit/cut-audit.ts";
import { verifyAudit } from "../../src-backend/audit/verify-audit.ts";
import type { Database } from "../../src-backend/database/open-database.ts";
import { createRemoval } from "../../src-backend/database/remove-old.ts";
import { startOnRestored } from "../../src-backend/database/restore-marks.ts";
import { createLedger } from "../../src-backend/pin-changes/ledger.ts";
import type { LogEvent } from "../../src-backend/server-log.ts";
import { openOwnDatabase } from "./own-database.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const START = 1_800_000_000_000;
const iso = (ms: number) => new Date(ms).toISOString();

/** Adds a change of Ada's on a day. */
async function addOn(database: Database, day: number, rowId = "ada"): Promise<void> {
  const at = START + day * DAY;
  const ids = { rowId, requestId: `r${day}`, attempt: 1, cardId: null, changeRequestId: null };
  const rest = { route: "signed", contentHash: "hash", state: "changed", problem: null, solarisErrorId: null } as const;
  const times = { createdAt: at, updatedAt: at, version: 0, heldUntil: null };
  await createLedger(database).inTurn(ids.requestId, (turn) =>
    createLedger(database).add(turn, { ...ids, ...rest, ...times }, [rowId]),
  );
}

/** Two runs of the removal, an hour apart, with its own time where the clock is. */
async function remove(database: Database, day: number, retention: { pinChangesMs: number; auditMs: number }) {
  const events: LogEvent[] = [];
  let time = START + day * DAY;
  const at = iso(time);
  await database.deleteFrom("removal_clock").execute();
  await database
    .insertInto("removal_clock")
    .values({ name: "removal", at, version: 0, removed_before: null })
    .execute();
  const clocks = { now: () => time, monotonic: () => time };
  const run = createRemoval(database, (event) => events.push(event), clocks, retention);
  time += HOUR;
  await run();
  return events;
}

/** In milliseconds, of several tries. */
async function quickest(run: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let n = 0; n < 7; n++) {
    const startedAt = performance.now();
    await run();
    times.push(performance.now() - startedAt);
  }
  return Math.min(...times);
}

describe("the ledger", () => {
  const retention = { pinChangesMs: 30 * DAY, auditMs: 1000 * DAY };

  it("is kept for as long as is set", async () => {
    const database = await openOwnDatabase();
    for (const day of [0, 9, 11]) await addOn(database, day);
    await remove(database, 40, retention);
    const left = await database.selectFrom("pin_change").select("request_id").orderBy("request_id").execute();
    expect(left).toEqual([{ request_id: "r11" }]);
  });

  it("may have forgotten what a shorter setting removed, and nothing else", async () => {
    const database = await openOwnDatabase();
    await addOn(database, 0);
    await remove(database, 40, retention);
    const now = START + 41 * DAY;
    const clocks = { now: () => now, monotonic: () => now };
    const mayHaveForgotten = await startOnRestored(database, () => {}, clocks, 0, {
      ...retention,
      pinChangesMs: 90 * DAY,
    });
    const begunOn = (day: number) => mayHaveForgotten((now - START - day * DAY) / 1000);
    expect([begunOn(5), begunOn(9.9), begunOn(11), begunOn(40)]).toEqual([true, true, false, false]);
    expect(mayHaveForgotten(undefined)).toBe(true);
  });

  it("has forgotten nothing where nothing was removed", async () => {
    const database = await openOwnDatabase();
    await addOn(database, 39);
    await remove(database, 40, retention);
    const now = START + 41 * DAY;
    const mayHaveForgotten = await startOnRestored(database, () => {}, { now: () => now, monotonic: () => now }, 0);
    expect([mayHaveForgotten(undefined), mayHaveForgotten((20 * DAY) / 1000)]).toEqual([false, false]);
  });
});

describe("the audit", () => {
  it("is kept for as long as is set, whatever the ledger is, and what is left is still whole", async () => {
    const database = await openOwnDatabase();
    for (const day of [0, 1, 50, 51]) await addOn(database, day);
    await addOn(database, 2, "bob");
    const events = await remove(database, 100, { pinChangesMs: 30 * DAY, auditMs: 60 * DAY });
    expect(await database.selectFrom("pin_change").selectAll().execute()).toEqual([]);
    expect(events).toEqual([{ event: "audit_cut", before: iso(START + 40 * DAY + HOUR), rows: 3 }]);
    expect(await verifyAudit(database)).toEqual({ chains: 1, rows: 2, breaks: [] });
    await addOn(database, 100);
    await addOn(database, 101, "bob");
    expect(await verifyAudit(database)).toEqual({ chains: 2, rows: 4, breaks: [] });
  });

  it("shows what else is missing at its start", async () => {
    const database = await openOwnDatabase();
    for (const day of [0, 50, 51]) await addOn(database, day);
    await cutAudit(database, iso(START + 40 * DAY));
    await database.deleteFrom("audit_entry").where("number", "=", 2).execute();
    expect((await verifyAudit(database)).breaks).toMatchObject([{ number: 2, kind: "missing" }]);
  });

  it("is cut only as far as all is old: a row that is dated too early by another clock waits for those before it", async () => {
    const database = await openOwnDatabase();
    for (const day of [50, 0, 51]) await addOn(database, day);
    expect(await cutAudit(database, iso(START + 40 * DAY))).toBe(0);
    expect(await verifyAudit(database)).toMatchObject({ rows: 3, breaks: [] });
  });

  it("is not read where nothing of it is old: each hour that would hold up everything else", async () => {
    const database = await openOwnDatabase({ kind: "sqlite", file: ":memory:" });
    const digests = { request: "r", card: null, problem: null, row_digest: "d" };
    const rest = { attempt: 1, route: "signed", state: "changed", version: 0, at: iso(START), ...digests } as const;
    for (let n = 0; n < 20_000; n += 1000) {
      const rows = Array.from({ length: 1000 }, (_, i) => ({
        chain: `chain${n + i}`,
        number: 1,
        hash: `${n + i}`,
        ...rest,
      }));
      await database.insertInto("audit_entry").values(rows).execute();
    }
    const readAll = () => database.selectFrom("audit_entry").select("hash").where("request", "=", "x").execute();
    const cutting = await quickest(() => cutAudit(database, iso(START - DAY)));
    expect(cutting).toBeLessThan((await quickest(readAll)) / 2);
  });

  it("is not compared with digests of what was cut, but with those since", async () => {
    const database = await openOwnDatabase();
    await addOn(database, 0);
    await cutAudit(database, iso(START + DAY));
    const line = (from: number) =>
      JSON.stringify({
        event: "audit_digest",
        from: iso(from),
        until: iso(from + DAY),
        rows: 9,
        digest: "0".repeat(64),
      });
    const log = [line(START), line(START + DAY)].join("\n");
    expect(await checkDigests(database, log)).toMatchObject({ cut: 1, agreeing: 0, disagreeing: [{ rowsThen: 9 }] });
  });
});
