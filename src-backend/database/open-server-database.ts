import type { Log } from "../server-log.ts";
import type { DatabaseConfig } from "./database-config.ts";
import { DatabaseUnusable } from "./database-unusable.ts";
import { usualPlan } from "./migration-plan.ts";
import type { Database } from "./open-database.ts";
import { openPostgres } from "./open-postgres.ts";
import { openSqlite } from "./open-sqlite.ts";
import { type ServerLock, takeServerLock } from "./server-lock.ts";

export interface OpenDatabase {
  readonly database: Database;
  readonly close: () => Promise<void>;
}

/**
 * Opens the database for this server until it is closed: a file exclusively, PostgreSQL together with other instances. If it
 * is unusable, the log says why.
 * @param now in milliseconds
 * @throws DatabaseUnusable
 */
export async function openServerDatabase(
  config: DatabaseConfig,
  log: Log,
  now: () => number,
  plan = usualPlan,
): Promise<OpenDatabase> {
  let lock: ServerLock | undefined;
  try {
    if (config.kind === "postgres") {
      const database = await openPostgres(config, log, now, plan);
      return { database, close: () => database.destroy() };
    }
    const { giveUp, requireHeld } = takeServerLock(config.file);
    lock = { giveUp, requireHeld };
    const database = await openSqlite(config.file, log, requireHeld, plan);
    return { database, close: () => database.destroy().finally(giveUp) };
  } catch (error) {
    lock?.giveUp();
    if (error instanceof DatabaseUnusable) {
      const { reason, sqliteCode, sqlState } = error;
      log({
        event: "database_unusable",
        reason,
        ...(sqliteCode !== undefined && { sqlite_code: sqliteCode }),
        ...(sqlState !== undefined && { sql_state: sqlState }),
      });
    }
    throw error;
  }
}
