import { performance } from "node:perf_hooks";
import { type Kysely, sql } from "kysely";
import { CLOCKS_DIFFER_MS } from "../clocks-differ.ts";
import type { Log, SynchronousCommit } from "../server-log.ts";
import { serverUnusable } from "./database-unusable.ts";
import type { Tables } from "./tables.ts";

interface Settings {
  readonly synchronous_commit: SynchronousCommit;
  readonly standbys: string;
  /** How many receive what is written, waited for or not. */
  readonly receivers: number;
  readonly fsync: string;
  readonly full_page_writes: string;
  readonly is_standby: boolean;
  readonly read_only: string;
  readonly version: string;
  readonly schema: string | null;
  /** In milliseconds since 1970. */
  readonly clock: number;
}

/**
 * Checks what the ledger needs of the server before anything is written, and logs it: commits must be on disk when they are
 * answered, for the ledger's claims must survive a crash (docs/postgresql.md#why-the-ledger-needs-synchronous-commits). The user's own settings
 * count, as each statement of this user runs with them.
 * @param now in milliseconds
 * @returns the schema that the user's tables are in, by their search_path
 * @throws DatabaseUnusable, DatabaseFailed
 */
export async function checkPostgres(database: Kysely<Tables>, log: Log, now: () => number): Promise<string> {
  const askedAt = now();
  const started = performance.now();
  const { rows } = await sql<Settings>`select
    current_setting('synchronous_commit') as synchronous_commit,
    current_setting('synchronous_standby_names') as standbys,
    (select count(*)::integer from pg_stat_replication) as receivers,
    current_setting('fsync') as fsync,
    current_setting('full_page_writes') as full_page_writes,
    pg_is_in_recovery() as is_standby,
    current_setting('transaction_read_only') as read_only,
    current_setting('server_version_num') as version,
    current_schema() as schema,
    (extract(epoch from clock_timestamp()) * 1000)::float8 as clock`.execute(database);
  const halfWay = (performance.now() - started) / 2;
  const [found] = rows;
  if (found === undefined) throw serverUnusable();
  const hasStandby = found.standbys !== "" && found.synchronous_commit !== "local";
  log({
    event: "postgres_checked",
    durable_on: hasStandby ? "standby_too" : "one_server",
    synchronous_commit: found.synchronous_commit,
    fsync: found.fsync === "on",
    full_page_writes: found.full_page_writes === "on",
    version: Number(found.version),
  });
  if (found.is_standby || found.read_only === "on") throw serverUnusable(undefined, "standby");
  if (found.synchronous_commit === "off" || found.fsync === "off") throw serverUnusable(undefined, "not_durable");
  // Perhaps for reading only, or a backup that runs: but a failover to it would forget what this backend has acted on.
  if (!hasStandby && found.receivers > 0) log({ event: "standby_not_waited_for" });
  const aheadMs = askedAt + halfWay - found.clock;
  // Half of what two instances may be apart.
  if (Math.abs(aheadMs) > CLOCKS_DIFFER_MS / 2)
    log({ event: "clock_differs", ahead_seconds: Math.round(aheadMs / 1000) });
  if (found.schema === null) throw serverUnusable(undefined, "denied");
  return found.schema;
}
