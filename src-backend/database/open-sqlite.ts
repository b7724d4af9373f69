import { Kysely } from "kysely";
import { Migrator } from "kysely/migration";
import type { Log } from "../server-log.ts";
import { isOpenToOthers, prepareDatabaseFile } from "./database-file.ts";
import { DatabaseUnusable } from "./database-unusable.ts";
import { inspectDatabase } from "./inspect-database.ts";
import { migrations } from "./migrations.ts";
import { sqliteFile } from "./sqlite-connection.ts";
import { createSqliteDialect } from "./sqlite-dialect.ts";
import type { Tables } from "./tables.ts";

/**
 * Opens a database file, checks it, and migrates its tables. `:memory:` is a database for tests that ends with the process.
 * Takes no lock (server-lock.ts).
 * @param requireLock called before each statement; throws if the lock is no longer held
 * @throws DatabaseUnusable if this backend cannot use the file
 */
export async function openSqlite(
  file: string,
  log: Log = () => {},
  requireLock: () => void = () => {},
): Promise<Kysely<Tables>> {
  let database: Kysely<Tables> | undefined;
  try {
    if (file !== ":memory:") {
      if (isOpenToOthers(prepareDatabaseFile(file))) log({ event: "database_open_to_others" });
      inspectDatabase(file);
    }
    database = new Kysely<Tables>({ dialect: createSqliteDialect(sqliteFile(file, requireLock)) });
    const provider = { getMigrations: async () => migrations };
    const { error } = await new Migrator({ db: database, provider }).migrateToLatest();
    if (error !== undefined) throw error;
    return database;
  } catch (cause) {
    await database?.destroy();
    throw cause instanceof DatabaseUnusable ? cause : new DatabaseUnusable(cause);
  }
}
