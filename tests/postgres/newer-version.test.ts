// Tables that a newer version has changed: while the instances are replaced one by one, one of the version before may have to
// start on them (docs/postgresql.md#replacing-instances).
import type { Kysely } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readDatabaseConfig } from "../../src-backend/config.ts";
import type { PostgresConfig } from "../../src-backend/database/database-config.ts";
import { migrations } from "../../src-backend/database/migrations.ts";
import { openPostgres } from "../../src-backend/database/open-postgres.ts";
import type { LogEvent } from "../../src-backend/server-log.ts";
import { administrator, type Cluster, START_MS, startCluster } from "./cluster.ts";
import { hasPostgres } from "./programs.ts";

const addColumn = (name: string) => ({
  up: (database: Kysely<unknown>) => database.schema.alterTable("pin_change").addColumn(name, "text").execute(),
});
const lastOfOurs = Object.keys(migrations).sort().at(-1)?.slice(0, 4);

describe.skipIf(!hasPostgres)("tables of a newer version", () => {
  let cluster: Cluster;
  beforeAll(async () => {
    cluster = await startCluster();
  }, START_MS);
  afterAll(() => cluster.remove());

  /** Opens a database of its own with these migrations besides ours, and then with ours. @returns what that logs */
  const openNewerThenOurs = async (database: string, further: typeof migrations): Promise<string[]> => {
    await cluster.query(`create database ${database}`);
    const url = cluster.urlFor(administrator.user, administrator.password, database);
    const config = readDatabaseConfig({ DATABASE_URL: url }) as PostgresConfig;
    await (await openPostgres(config, undefined, undefined, { ...migrations, ...further })).destroy();
    const events: LogEvent[] = [];
    await (await openPostgres(config, (event) => events.push(event))).destroy();
    return events.map(({ event }) => event);
  };

  it("are taken as they are where the newer version has only added", async () => {
    expect(await openNewerThenOurs("added", { "9998_more": addColumn("more") })).toEqual(["postgres_checked"]);
  });

  it("are taken where the newer version needs no more than ours knows", async () => {
    const further = { [`9998_less_needs_${lastOfOurs}`]: addColumn("more") };
    expect(await openNewerThenOurs("enough", further)).toEqual(["postgres_checked"]);
  });

  it("are refused where the newer version has taken away what ours uses", async () => {
    const further = { "9997_more": addColumn("more"), "9998_less_needs_9997": addColumn("less") };
    await expect(openNewerThenOurs("taken", further)).rejects.toMatchObject({ reason: "newer" });
  });
});
