import { setTimeout as pause } from "node:timers/promises";
import { administrator, type Cluster, startCluster, startStandby } from "../postgres/cluster.ts";
import type { Programs } from "./programs-beside.ts";
import { killAll } from "./server-processes.ts";

const PATIENCE_MS = 60_000;

/** A primary and its standby, and what has to be done when one of them is gone. */
export interface DatabasePair {
  readonly primary: () => Cluster;
  readonly standby: () => Cluster;
  /** Makes the standby the primary, and then points to it whoever asks the primary. The old one is left as it is. */
  readonly promote: (switchTo: (port: number) => Promise<void>) => Promise<void>;
  /** Kills the primary first. */
  readonly failOver: (switchTo: (port: number) => Promise<void>) => Promise<void>;
  /** Starts a server again that has ended. */
  readonly start: (server: Cluster) => Promise<void>;
  /** Gives the new primary a standby, and waits until it is in step. Without one a synchronous primary confirms nothing. */
  readonly addStandby: () => Promise<void>;
  /** Waits until the standby is in step, and has all that the primary has shown (docs/postgresql.md). */
  readonly untilInStep: () => Promise<void>;
  /** From now on no commit waits for the standby. */
  readonly makeAsynchronous: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** What makes a server that comes back come back sooner; a real one has no reason to hurry so. */
const settings = { wal_retrieve_retry_interval: "100ms", wal_sender_timeout: "5s", wal_receiver_timeout: "5s" };

/**
 * Makes both. Synchronous, as docs/postgresql.md demands: each commit waits until the standby has it on its disk, and where
 * there is no standby, for one. After a promotion the same holds, since the standby has its primary's settings.
 */
export async function createPair(programs: Programs): Promise<DatabasePair> {
  const adopt = (server: Cluster): Cluster => {
    programs.adoptPostgres(server.pid() ?? 0);
    return server;
  };
  const standbyOf = async (server: Cluster) => adopt(await startStandby(server, "standby", settings, programs.folder));
  let primary = adopt(await startCluster(settings, programs.folder));
  let standby = await standbyOf(primary);
  const servers = [primary, standby];
  const untilInStep = async (): Promise<void> => {
    const [{ lsn } = { lsn: "" }] = await primary.query<{ lsn: string }>("select pg_current_wal_lsn()::text as lsn");
    const giveUpAt = Date.now() + PATIENCE_MS;
    while (!(await hasReplayed(primary, lsn))) {
      if (Date.now() > giveUpAt) throw new Error("the standby does not come into step");
      await pause(50);
    }
  };
  const nameStandbys = async (server: Cluster, names: string): Promise<void> => {
    await server.query(`alter system set synchronous_standby_names = '${names}'`);
    await server.query("select pg_reload_conf()");
  };
  // Only now: without a standby the first server could not have been filled.
  for (const server of servers) await nameStandbys(server, "*");
  await untilInStep();
  const promote = async (switchTo: (port: number) => Promise<void>): Promise<void> => {
    await standby.promote();
    primary = standby;
    await switchTo(primary.port);
  };
  return {
    primary: () => primary,
    standby: () => standby,
    promote,
    failOver: async (switchTo) => {
      await killAll(primary);
      await promote(switchTo);
    },
    start: async (server) => {
      await server.start();
      adopt(server);
    },
    addStandby: async () => {
      standby = await standbyOf(primary);
      servers.push(standby);
      await untilInStep();
    },
    untilInStep,
    makeAsynchronous: () => nameStandbys(primary, ""),
    close: async () => {
      for (const server of servers) await server.stop("immediate");
    },
  };
}

async function hasReplayed(primary: Cluster, lsn: string): Promise<boolean> {
  const inStep = "state = 'streaming' and sync_state = 'sync' and replay_lsn >= $1::pg_lsn";
  return (await primary.query(`select 1 from pg_stat_replication where ${inStep}`, [lsn])).length > 0;
}

/** The address of the database, at whichever port. */
export function databaseUrl(port: number): string {
  const { user, password } = administrator;
  return `postgresql://${encodeURIComponent(user)}:${encodeURIComponent(password)}@127.0.0.1:${port}/postgres`;
}
