import { type Kysely, sql } from "kysely";
import { Migrator } from "kysely/migration";
import type { Log } from "../server-log.ts";
import { serverUnusable } from "./database-unusable.ts";
import type { Migrations } from "./migrations.ts";
import { findPending } from "./pending-migrations.ts";
import type { Tables } from "./tables.ts";

/** Kysely's own table of completed migrations. */
interface Completed {
  kysely_migration: { name: string };
}

/** Of advisory locks, which are numbers that all programs on a database share: "card", and the schema. */
const LOCK = 0x63617264;

/**
 * In milliseconds, how long a migration may wait for a table, and all others behind it. It fails rather than keep the instances
 * of the version before from their table until somebody's long query is over.
 */
const TABLE_MS = 1000;

/**
 * Migrates the tables of a schema: in one transaction, and one instance at a time. The lock ends with the transaction,
 * because a session's own would stay with a pooler.
 * @returns the names of those that it made
 * @throws DatabaseUnusable, DatabaseFailed
 */
export async function migrate(
  database: Kysely<Tables>,
  schema: string,
  log: Log,
  migrations: Migrations,
): Promise<readonly string[]> {
  return database.transaction().execute(async (transaction) => {
    await sql`select pg_advisory_xact_lock(${sql.lit(LOCK)}, hashtext(${schema}))`.execute(transaction);
    const pending = await listPending(transaction, schema, migrations);
    if (pending.length === 0) return [];
    log({ event: "database_migrating", pending: pending.length });
    await sql`set local lock_timeout = ${sql.lit(TABLE_MS)}`.execute(transaction);
    // Named, or Kysely looks for its tables in all schemas, where another program may have some.
    const provider = { getMigrations: async () => migrations };
    const migrator = new Migrator({ db: transaction, provider, migrationTableSchema: schema });
    const { error } = await migrator.migrateToLatest();
    if (error !== undefined) throw error;
    return pending;
  });
}

/**
 * Finds the migrations that are missing (pending-migrations.ts).
 * @returns their names
 * @throws DatabaseUnusable if a newer version has taken away what this one needs, if another program has been here, or if the
 *   tables are in a schema behind this one
 */
export async function listPending(
  database: Kysely<Tables>,
  schema: string,
  migrations: Migrations,
): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`
    select tablename as name from pg_catalog.pg_tables where schemaname = ${schema}`.execute(database);
  const tables = rows.map(({ name }) => name);
  const known = Object.keys(migrations);
  if (!tables.includes("kysely_migration")) {
    if (tables.includes("pin_change")) throw serverUnusable(undefined, "foreign");
    // With second tables before them, the instances that use those would from then on use these, which are empty.
    const visible = await sql<{ is_there: boolean }>`select to_regclass('pin_change') is not null as is_there`.execute(
      database,
    );
    if (visible.rows[0]?.is_there !== false) throw serverUnusable(undefined, "not_first");
    return known;
  }
  const all = (database as unknown as Kysely<Completed>).withSchema(schema);
  const done = (await all.selectFrom("kysely_migration").select("name").execute()).map(({ name }) => name);
  const pending = findPending(done, known);
  if (typeof pending === "string") throw serverUnusable(undefined, pending);
  return pending;
}

/**
 * Checks that the user may read and write all tables: another user may have made some of them, and not shared them.
 * @throws DatabaseUnusable, DatabaseFailed
 */
export async function requireRights(database: Kysely<Tables>, schema: string): Promise<void> {
  const { rows } = await sql`
    select from pg_catalog.pg_class as one, unnest(array['select', 'insert', 'update', 'delete']) as needed
    where relnamespace = (select oid from pg_catalog.pg_namespace where nspname = ${schema}) and relkind in ('r', 'p')
      and relname not like 'kysely%' and not has_table_privilege(one.oid, needed)
    limit 1`.execute(database);
  if (rows.length > 0) throw serverUnusable(undefined, "denied");
}
