// The digests in the log, by which another system notices what is gone from the audit, or was written anew.
import { describe, expect, it } from "vitest";
import { createDigests } from "../../src-backend/audit/audit-digests.ts";
import { checkDigests } from "../../src-backend/audit/check-digests.ts";
import { verifyAudit } from "../../src-backend/audit/verify-audit.ts";
import type { Database } from "../../src-backend/database/open-database.ts";
import type { LogEvent } from "../../src-backend/server-log.ts";
import { AT, DAY, entry, ledgerIn, writeHistory } from "./audit-history.ts";
import { openOwnDatabase } from "./own-database.ts";

describe("the digests in the log", () => {
  const say = async (database: Database) => {
    const events: LogEvent[] = [];
    let time = AT + DAY;
    const again = createDigests(
      database,
      (event) => events.push(event),
      () => time,
    );
    return {
      events,
      again,
      pass: (ms: number) => {
        time += ms;
      },
      lines: () => events.map((event) => JSON.stringify({ level: "info", ...event })).join("\n"),
    };
  };

  it("cover each row once, from before a start to five minutes ago, and agree with what is there", async () => {
    const database = await openOwnDatabase();
    const { events, again, pass, lines } = await say(database);
    await again();
    expect(events).toEqual([]);
    await writeHistory(database);
    await again();
    await ledgerIn(database).add(entry({ requestId: "r4", updatedAt: AT + DAY }));
    pass(3_600_000);
    await again();
    pass(3_600_000);
    await again();
    expect(events).toMatchObject([
      { event: "audit_digest", rows: 9 },
      { event: "audit_digest", rows: 1 },
      { event: "audit_digest", rows: 0 },
    ]);
    expect(await checkDigests(database, `another line\n${lines()}`)).toEqual({
      agreeing: 3,
      agreeingRows: 10,
      disagreeing: [],
      cut: 0,
    });
  });

  it("tell that a whole chain is gone, with its head", async () => {
    const database = await openOwnDatabase();
    await writeHistory(database);
    const { again, lines } = await say(database);
    await again();
    const { chain } = await database.selectFrom("audit_head").select("chain").executeTakeFirstOrThrow();
    await database.deleteFrom("audit_entry").where("chain", "=", chain).execute();
    await database.deleteFrom("audit_head").where("chain", "=", chain).execute();
    expect((await verifyAudit(database)).breaks).toEqual([]);
    const { disagreeing } = await checkDigests(database, lines());
    expect(disagreeing).toEqual([expect.objectContaining({ rowsThen: 9 })]);
  });

  it("tell of a chain that was written anew from its start", async () => {
    const database = await openOwnDatabase();
    await ledgerIn(database).add(entry());
    const { again, lines } = await say(database);
    await again();
    await database.updateTable("audit_entry").set({ hash: "0" }).execute();
    expect((await checkDigests(database, lines())).disagreeing).toHaveLength(1);
  });
});
