// Commands on a server with many rows, which instances write to meanwhile (docs/operations.md#the-audit, #erasing-a-person).
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { verifyAudit } from "../../src-backend/audit/verify-audit.ts";
import { readDatabaseConfig } from "../../src-backend/config.ts";
import { openBesideServers } from "../../src-backend/database/open-beside-servers.ts";
import { openDatabase } from "../../src-backend/database/open-database.ts";
import { erasePerson } from "../../src-backend/erasure/erase-person.ts";
import { createLedger, type LedgerEntry } from "../../src-backend/pin-changes/ledger.ts";
import { administrator, type Cluster, START_MS, startCluster } from "./cluster.ts";
import { hasPostgres } from "./programs.ts";

const CHAINS = 20_000;
const now = 1_800_000_000_000;
const DAY = 24 * 3_600_000;
const iso = (ms: number) => new Date(ms).toISOString();

const ended: LedgerEntry = {
  rowId: "adas-row-id",
  requestId: "ended",
  attempt: 1,
  cardId: "adas-card",
  route: "signed",
  contentHash: "hash-of-the-content",
  changeRequestId: null,
  state: "changed",
  problem: null,
  solarisErrorId: null,
  createdAt: now - DAY,
  updatedAt: now - DAY,
  version: 0,
  heldUntil: null,
};

describe.skipIf(!hasPostgres)("beside servers on PostgreSQL", () => {
  let cluster: Cluster;
  beforeAll(async () => {
    // As of a solid-state disk: of so few rows the planner reads all sooner than a few by their index.
    cluster = await startCluster({ random_page_cost: 1.1 });
  }, START_MS);
  afterAll(() => cluster.remove());
  const open = () =>
    openDatabase(readDatabaseConfig({ DATABASE_URL: cluster.urlFor(administrator.user, administrator.password) }));

  it("the audit is verified by reading each row a few times, not all of them for each few chains", async () => {
    const database = await open();
    await sql`insert into audit_head select 'chain' || i, 1, 'h', 0, 'h' from generate_series(1, ${CHAINS}::int) as i`.execute(
      database,
    );
    await sql`insert into audit_entry
      select 'chain' || i, 1, 'r', 1, null, null, 'changed', null, 0, 'at', 'd', 'h' from generate_series(1, ${CHAINS}::int) as i`.execute(
      database,
    );
    await sql`analyze`.execute(database);
    const before = await rowsRead();
    expect(await verifyAudit(database)).toMatchObject({ chains: CHAINS, rows: CHAINS });
    // A session tells what it has read when it ends, at the latest.
    await database.destroy();
    await expect.poll(async () => (await rowsRead()) > before).toBe(true);
    expect((await rowsRead()) - before).toBeLessThan(10 * 2 * CHAINS);
  }, 120_000);

  it("what only reads may take longer than a request's statement", async () => {
    const url = cluster.urlFor(administrator.user, administrator.password);
    const database = await openBesideServers(readDatabaseConfig({ DATABASE_URL: url }));
    onTestFinished(() => database.destroy());
    await sql`select pg_sleep(2.2)`.execute(database);
  });

  it("nothing is erased of a person whose next change begins meanwhile", async () => {
    const database = await open();
    onTestFinished(() => database.destroy());
    const ledger = createLedger(database);
    await ledger.inTurn(ended.requestId, (turn) => ledger.add(turn, ended, [ended.rowId]));
    // What another instance commits after the erasure has looked for changes under way, and before it removes them.
    await cluster.query(`
      create function begin_next() returns trigger language plpgsql as $$ begin
        insert into pin_change (customer_id, request_id, attempt, content_hash, state, created_at, updated_at, held_until)
        select customer_id, 'next', attempt, content_hash, 'started', '${iso(now)}', '${iso(now)}', '${iso(now + 8000)}'
        from pin_change where request_id = 'ended';
        return new;
      end $$;
      create trigger begins before insert on erased_request for each row execute function begin_next()`);
    const erased = await erasePerson(database, [ended.rowId], now, 90 * DAY);
    expect(erased).toEqual({ underWay: 1, seconds: expect.any(Number) });
    expect(await database.selectFrom("pin_change").select("request_id").execute()).toEqual([{ request_id: "ended" }]);
    expect(await database.selectFrom("erased_request").selectAll().execute()).toEqual([]);
  });

  async function rowsRead(): Promise<number> {
    const [found] = await cluster.query<{ rows: string }>(`select
      (select sum(seq_tup_read) from pg_stat_user_tables where relname like 'audit%')
      + (select sum(idx_tup_read) from pg_stat_user_indexes where relname like 'audit%') as rows`);
    return Number(found?.rows);
  }
});
