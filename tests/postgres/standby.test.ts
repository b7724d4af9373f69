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

  it("is refused by name, and taken once it is promoted", async () => {
    const events: LogEvent[] = [];
    const open = async () => (await openDatabase(configAt(standby), (event) => events.push(event))).destroy();
    await expect(open()).rejects.toMatchObject({ reason: "standby" });
    await standby.promote();
    await open();
    expect(events.map(({ event }) => event)).toEqual(["postgres_checked", "postgres_checked", "database_migrating"]);
  });
});
