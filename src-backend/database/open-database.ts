import { closeSync, openSync } from "node:fs";
import { Kysely, Migrator, SqliteDialect } from "kysely";
import Sqlite from "libsql";
import { ConfigError } from "../config-error.ts";
import { migrations } from "./migrations.ts";
import type { Tables } from "./tables.ts";

export type Database = Kysely<Tables>;

/** SQLite's waiting stops this process altogether, so it is short: another process has the file only for moments. */
const BUSY_TIMEOUT_MS = 1000;

/**
 * Opens the database and brings its tables up to date. `:memory:` is a database that ends with the process, for tests.
 * @throws ConfigError when the file is not one that this backend can keep its records in
 */
export async function openDatabase(file: string): Promise<Database> {
  let database: Database | undefined;
  try {
    database = new Kysely<Tables>({ dialect: new SqliteDialect({ database: openFile(file) }) });
    const provider = { getMigrations: async () => migrations };
    const { error } = await new Migrator({ db: database, provider }).migrateToLatest();
    if (error !== undefined) throw error;
    return database;
  } catch {
    await database?.destroy();
    throw new ConfigError([
      "DATABASE_FILE cannot be opened and written; expected a file of this backend, or a new one",
    ]);
  }
}

function openFile(file: string): Sqlite.Database {
  // Created here, for its permissions: what SQLite puts beside it gets the same ones. And refused here when read-only.
  if (file !== ":memory:") closeSync(openSync(file, "a", 0o600));
  const sqlite = new Sqlite(file, { timeout: BUSY_TIMEOUT_MS });
  sqlite.pragma("journal_mode = WAL");
  // Each commit waits for the disk: what the ledger has said must be there after a power cut (sqlite.org/pragma.html).
  sqlite.exec("PRAGMA synchronous = FULL");
  return sqlite;
}
