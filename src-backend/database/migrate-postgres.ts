import { type Kysely, sql } from "kysely";
import { Migrator } from "kysely/migration";
import type { Log } from "../server-log.ts";
import { serverUnusable } from "./database-unusable.ts";
import { migrations } from "./migrations.ts";
import type { Tables } from "./tables.ts";

/** Kysely's own table of completed migrations. */
interface Completed {
  kysely_migration: { name: string };
}

/** Of advisory locks, which are numbers that all programs on a database share: "card", and the schema. */
const LOCK = 0x63617264;

/**
 * Migrates the tables of a schema: in one transaction, and one instance at a time. The lock ends with the transaction,
 * because a session's own would stay with a pooler.
 * @throws DatabaseUnusable, DatabaseFailed
 */
export async function migrate(database: Kysely<Tables>, schema: string, log: Log): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    await sql`select pg_advisory_xact_lock(${sql.lit(LOCK)}, hashtext(${schema}))`.execute(transaction);
    const pending = await countPending(transaction, schema);
    if (pending === 0) return;
    log({ event: "database_migrating", pending });
    // Named, or Kysely looks for its tables in all schemas, where another program may have some.
    const provider = { getMigrations: async () => migrations };
    const migrator = new Migrator({ db: transaction, provider, migrationTableSchema: schema });
    const { error } = await migrator.migrateToLatest();
    if (error !== undefined) throw error;
  });
}

/** Counts the migrations that are missing. @throws DatabaseUnusable if another program, or a newer version, has been here */
export async function countPending(database: Kysely<Tables>, schema: string): Promise<number> {
  const { rows } = await sql<{ name: string }>`
    select tablename as name from pg_catalog.pg_tables where schemaname = ${schema}`.execute(database);
  const tables = rows.map(({ name }) => name);
  const known = Object.keys(migrations);
  if (!tables.includes("kysely_migration")) {
    if (tables.includes("pin_change")) throw serverUnusable(undefined, "foreign");
    return known.length;
  }
  const all = (database as unknown as Kysely<Completed>).withSchema(schema);
  const done = (await all.selectFrom("kysely_migration").select("name").execute()).map(({ name }) => name);
  if (done.length > 0 && !done.some((name) => known.includes(name))) throw serverUnusable(undefined, "foreign");
  if (done.some((name) => !known.includes(name))) throw serverUnusable(undefined, "newer");
  return known.length - done.length;
}
