// A server for one file of tests, which may stop it, and users of theirs.
import { afterAll, beforeAll, onTestFinished } from "vitest";
import type { PostgresConfig } from "../../src-backend/database/database-config.ts";
import { type Database, openDatabase } from "../../src-backend/database/open-database.ts";
import type { Log } from "../../src-backend/server-log.ts";
import { administrator, type Cluster, type Settings, START_MS, startCluster } from "./cluster.ts";
import { makeSchema } from "./own-schema.ts";

/** To be called where tests are described: the server is there for all of them. */
export function clusterOfFile(settingsOf: () => Settings = () => ({})) {
  let cluster: Cluster;
  beforeAll(async () => {
    cluster = await startCluster(settingsOf());
  }, START_MS);
  afterAll(() => cluster.remove(), START_MS);

  /** A user with a schema. */
  const makeUser = async (): Promise<PostgresConfig> => {
    const { folder, port, query } = cluster;
    const server = { folder, port, administrator: administrator.user, database: "postgres" };
    return (await makeSchema(server, query)).config;
  };
  /** Opened for the running test. */
  const open = async (config: PostgresConfig, log?: Log): Promise<Database> => {
    const database = await openDatabase(config, log);
    onTestFinished(() => database.destroy());
    return database;
  };
  return {
    get cluster() {
      return cluster;
    },
    makeUser,
    open,
    /** Changes settings of the server for the running test. */
    set: async (changed: Settings) => {
      const apply = async (statements: readonly string[]) => {
        for (const statement of statements) await cluster.query(statement);
        await cluster.query("select pg_reload_conf()");
        await cluster.query("select pg_sleep(0.1)"); // until each process has read it
      };
      const names = Object.keys(changed);
      await apply(names.map((name) => `alter system set ${name} = '${changed[name]}'`));
      onTestFinished(() => apply(names.map((name) => `alter system reset ${name}`)));
    },
  };
}
