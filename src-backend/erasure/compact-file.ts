import { sql } from "kysely";
import type { Database } from "../database/open-database.ts";

/**
 * Writes a SQLite file anew without its unused parts, which still have what was removed from it: SQLite gives a row's place free
 * and leaves what is in it (sqlite.org/lang_vacuum.html). For a moment the disk needs room for the file once more.
 * @returns whether it could
 */
export async function compactFile(database: Database): Promise<boolean> {
  return sql`vacuum`.execute(database).then(
    () => true,
    () => false,
  );
}
