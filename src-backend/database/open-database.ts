import { Kysely, Migrator, sql } from "kysely";
import type { Log } from "../log.ts";
import { isOpenToOthers, prepareDatabaseFile } from "./database-file.ts";
import { DatabaseUnusable } from "./database-unusable.ts";
import { migrations } from "./migrations.ts";
import { sqliteFile } from "./sqlite-connection.ts";
import { createSqliteDialect } from "./sqlite-dialect.ts";
import type { Tables } from "./tables.ts";

export type Database = Kysely<Tables>;

/** Kysely's own table of the migrations that were carried out. */
type MigrationTable = { kysely_migration: { name: string } };

/**
 * Opens the database, looks it through and brings its tables up to date. `:memory:` is a database that ends with the
 * process, for tests. Takes no lock (server-lock.ts).
 * @throws DatabaseUnusable when the file is not one that this backend can keep its records in
 */
export async function openDatabase(file: string, log: Log = () => {}): Promise<Database> {
  const isMemory = file === ":memory:";
  if (!isMemory && isOpenToOthers(prepareDatabaseFile(file))) log({ event: "database_open_to_others" });
  let database: Database | undefined;
  try {
    database = new Kysely<Tables>({ dialect: createSqliteDialect(sqliteFile(file)) });
    await requireSound(database);
    await requireKnown(database);
    const provider = { getMigrations: async () => migrations };
    const { error } = await new Migrator({ db: database, provider }).migrateToLatest();
    if (error !== undefined) throw error;
    return database;
  } catch (cause) {
    await database?.destroy();
    throw cause instanceof DatabaseUnusable ? cause : new DatabaseUnusable(cause);
  }
}

/** Every page is read once, so that damage is found now and not by the one customer whose row is on it. */
async function requireSound(database: Database): Promise<void> {
  const { rows } = await sql<{ quick_check: string }>`PRAGMA quick_check(1)`.execute(database);
  if (rows[0]?.quick_check !== "ok") throw new DatabaseUnusable(undefined, "damaged");
}

/** That the tables are ours, and that this version knows all of them. */
async function requireKnown(database: Database): Promise<void> {
  const tables = await database.introspection.getTables({ withInternalKyselyTables: true });
  if (tables.length === 0) return;
  if (!tables.some(({ name }) => name === "kysely_migration")) throw new DatabaseUnusable(undefined, "foreign");
  const done = await database.withTables<MigrationTable>().selectFrom("kysely_migration").select("name").execute();
  if (done.some(({ name }) => migrations[name] === undefined)) throw new DatabaseUnusable(undefined, "newer");
}
