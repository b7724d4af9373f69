// What a row says that the standby does not have: it is read like any other, and a failover takes it back
// (docs/postgresql.md, "Why the ledger needs synchronous commits").
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readDatabaseConfig } from "../../src-backend/config.ts";
import { type Database, openDatabase } from "../../src-backend/database/open-database.ts";
import { createLedger } from "../../src-backend/pin-changes/ledger.ts";
import { requestId, runRequest } from "../ledger-model/requests.ts";
import { administrator, type Cluster, START_MS, startCluster } from "./cluster.ts";
import { hasPostgres } from "./programs.ts";

describe.skipIf(!hasPostgres)("a row that waits for a standby which is not there", () => {
  let primary: Cluster;
  let database: Database;
  beforeAll(async () => {
    primary = await startCluster();
    const config = readDatabaseConfig({ DATABASE_URL: primary.urlFor(administrator.user, administrator.password) });
    database = await openDatabase(config);
  }, START_MS);
  afterAll(async () => {
    await database.destroy();
    await primary.remove();
  });

  const settle = () =>
    runRequest("settle", {
      ledger: createLedger(database),
      callSolaris: () => expect.fail(),
      isHoldOver: () => false,
    });
  const nameStandby = async (name: string) => {
    await primary.query(`alter system set synchronous_standby_names = '${name}'`);
    await primary.query("select pg_reload_conf()");
    await expect
      .poll(async () => (await primary.query("show synchronous_standby_names"))[0])
      .toEqual({
        synchronous_standby_names: name,
      });
  };

  it("says to nobody that the PIN is unchanged, though it is read, until it is there", {
    timeout: START_MS,
  }, async () => {
    await nameStandby("second");
    // Its wait is given up, and the row is there all the same.
    expect((await settle()).words).toBe("ERR_NOT_RECORDED");
    await primary.restart("immediate");
    await expect
      .poll(
        async () =>
          (
            await createLedger(database)
              .find(["ada"], requestId)
              .catch(() => [])
          )[0]?.state,
      )
      .toBe("not_received");
    expect((await settle()).words).toBe("ERR_NOT_RECORDED");
    await nameStandby("");
    expect((await settle()).words).toBe("not_received");
  });
});
