// A standby, which reads only: a backend starts on it once it is the primary, and not before.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readDatabaseConfig } from "../../src-backend/config.ts";
import { openDatabase } from "../../src-backend/database/open-database.ts";
import type { LogEvent } from "../../src-backend/server-log.ts";
import { administrator, type Cluster, START_MS, startCluster, startStandby } from "./cluster.ts";
import { hasPostgres } from "./programs.ts";

describe.skipIf(!hasPostgres)("a standby", () => {
  let primary: Cluster;
  let standby: Cluster;
  beforeAll(async () => {
    primary = await startCluster();
    standby = await startStandby(primary, "second");
  }, START_MS);
  afterAll(async () => {
    await standby.remove();
    await primary.remove();
  });

  const configAt = ({ urlFor }: Cluster) =>
    readDatabaseConfig({ DATABASE_URL: urlFor(administrator.user, administrator.password) });

  it("that no commit waits for is warned of, before it is promoted and forgets", async () => {
    await primary.query("create role ordinary login password 'ordinary'; create schema authorization ordinary");
    const config = readDatabaseConfig({ DATABASE_URL: primary.urlFor("ordinary", "ordinary") });
    const eventsAtStart = async () => {
      const events: LogEvent[] = [];
      await (await openDatabase(config, (event) => events.push(event))).destroy();
      return events.map(({ event }) => event);
    };
    await expect.poll(eventsAtStart, { timeout: START_MS }).toContain("standby_not_waited_for");
    await primary.query("alter role ordinary set synchronous_commit = local");
    expect(await eventsAtStart()).toContain("standby_not_waited_for");
    await primary.query("alter role ordinary reset synchronous_commit");
    await primary.query("alter system set synchronous_standby_names = 'second'");
    await primary.query("select pg_reload_conf()");
    await expect.poll(eventsAtStart, { timeout: START_MS }).toEqual(["postgres_checked"]);
  });

  it("is refused by name, and taken once it is promoted", async () => {
    const events: LogEvent[] = [];
    const open = async () => (await openDatabase(configAt(standby), (event) => events.push(event))).destroy();
    await expect(open()).rejects.toMatchObject({ reason: "standby" });
    await standby.promote();
    await open();
    expect(events.map(({ event }) => event)).toEqual(["postgres_checked", "postgres_checked", "database_migrating"]);
  });
});
