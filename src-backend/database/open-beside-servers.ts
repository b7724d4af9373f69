import type { DatabaseConfig } from "./database-config.ts";
import { usualPlan } from "./migration-plan.ts";
import type { Database } from "./open-database.ts";
import { openPostgres } from "./open-postgres.ts";
import { openSqlite } from "./open-sqlite.ts";
import { requireDatabase } from "./require-database.ts";

/** All that one customer has ever done is read at once, and nobody waits for an answer. */
const STATEMENT_MS = 10 * 60 * 1000;

/**
 * Opens a database for a command that only reads, while servers may use it. Makes no file and no tables.
 * @throws CommandRefused, DatabaseUnusable
 */
export async function openBesideServers(config: DatabaseConfig): Promise<Database> {
  const plan = { ...usualPlan, makesMissing: false };
  requireDatabase(config);
  if (config.kind === "postgres")
    return openPostgres({ ...config, statementMs: STATEMENT_MS }, () => {}, Date.now, plan);
  return openSqlite(
    config.file,
    () => {},
    () => {},
    plan,
  );
}
