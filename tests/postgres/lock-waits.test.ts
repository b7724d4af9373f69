// Who waits at PostgreSQL for what another session holds, and for how long: nobody may take the server's connections, or a
// customer's rows, for longer than a request takes (docs/postgresql.md#waits-in-the-database).
import { type Kysely, sql } from "kysely";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { readDatabaseConfig } from "../../src-backend/config.ts";
import type { PostgresConfig } from "../../src-backend/database/database-config.ts";
import { migrations } from "../../src-backend/database/migrations.ts";
import { openPostgres } from "../../src-backend/database/open-postgres.ts";
import { administrator, type Cluster, START_MS, startCluster } from "./cluster.ts";
import { hasPostgres } from "./programs.ts";

describe.skipIf(!hasPostgres)("waits in PostgreSQL", { timeout: START_MS }, () => {
  let cluster: Cluster;
  let config: PostgresConfig;
  beforeAll(async () => {
    cluster = await startCluster();
    const url = cluster.urlFor(administrator.user, administrator.password);
    config = readDatabaseConfig({ DATABASE_URL: url }) as PostgresConfig;
  }, START_MS);
  afterAll(() => cluster.remove());

  const open = async () => {
    const database = await openPostgres(config);
    onTestFinished(() => database.destroy());
    return database;
  };
  /** Another program's session with an open transaction. */
  const holdBy = async (statement: string) => {
    const client = new Client({ host: cluster.folder, port: cluster.port, ...administrator, database: "postgres" });
    client.on("error", () => {});
    await client.connect();
    onTestFinished(() => client.end());
    await client.query(`begin; ${statement}`);
  };
  const addCount = (database: Kysely<never>, name: string) =>
    sql`insert into counter values (${name}, 1, '2100') on conflict (name) do update set used = 2`.execute(database);
  const waiting = async () => {
    const text = `select count(*)::int as sessions from pg_stat_activity
      where application_name = 'cardbound' and wait_event_type = 'Lock'`;
    return (await cluster.query<{ sessions: number }>(text))[0]?.sessions;
  };

  it("a transaction that waits too long has no connection left there, either", async () => {
    const database = await open();
    await holdBy("lock table counter");
    const adding = () => database.transaction().execute((transaction) => addCount(transaction as never, "waits"));
    const failed = await Promise.allSettled([adding(), adding(), adding()]);
    for (const one of failed) expect(one).toMatchObject({ status: "rejected", reason: { reason: "busy" } });
    expect(await waiting()).toBe(0);
  });

  it("a transaction that nobody goes on with ends, and lets others have its rows", async () => {
    const [stopped, other] = [await open(), await open()];
    let goOn = () => {};
    const resumed = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    let tell = () => {};
    const added = new Promise<void>((resolve) => {
      tell = resolve;
    });
    const transaction = stopped.transaction().execute(async (inside) => {
      await addCount(inside as never, "held");
      tell();
      await resumed;
    });
    await added;
    await expect
      .poll(
        () =>
          addCount(other as never, "held").then(
            () => "added",
            () => "waits",
          ),
        { timeout: 30_000 },
      )
      .toBe("added");
    goOn();
    await expect(transaction).rejects.toMatchObject({ name: "DatabaseFailed" });
  });

  it("a migration that cannot have a table at once does not keep others from it", async () => {
    const serving = await open();
    await holdBy("select * from pin_change");
    const addColumn = (database: Kysely<unknown>) =>
      database.schema.alterTable("pin_change").addColumn("more", "text").execute();
    const migrating = openPostgres(config, undefined, undefined, {
      known: { ...migrations, "9999_more": { up: addColumn } },
      makesMissing: true,
    });
    const refused = expect(migrating).rejects.toMatchObject({ reason: "busy" });
    await expect.poll(waiting, { interval: 5 }).toBe(1);
    await serving.selectFrom("pin_change").selectAll().execute();
    await refused;
  });
});
