import { sql } from "kysely";
import type { Database } from "./open-database.ts";
import { isShared } from "./shared-database.ts";

/**
 * Counts the other sessions of backends on this database (postgres-pool.ts names them). That there is one is certain only
 * without a pooler, which keeps sessions of instances that are gone; that there is none says nothing of other users' sessions,
 * whose names are not shown, nor of instances that are about to connect.
 */
export async function countOtherSessions(database: Database): Promise<number> {
  if (!isShared(database)) return 0;
  const { rows } = await sql<{ sessions: number }>`
    select count(*) as sessions from pg_stat_activity
    where datname = current_database() and application_name = 'cardbound' and pid <> pg_backend_pid()`.execute(
    database,
  );
  return rows[0]?.sessions ?? 0;
}
