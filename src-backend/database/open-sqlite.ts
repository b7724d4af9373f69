import { Kysely } from "kysely";
import { Migrator } from "kysely/migration";
import type { Log } from "../server-log.ts";
import { isOpenToOthers, prepareDatabaseFile } from "./database-file.ts";
import { countLoad } from "./database-load.ts";
import { DatabaseUnusable } from "./database-unusable.ts";
import { inspectDatabase } from "./inspect-database.ts";
import { usualPlan } from "./migration-plan.ts";
import { sqliteFile } from "./sqlite-connection.ts";
import { createSqliteDialect } from "./sqlite-dialect.ts";
import type { Tables } from "./tables.ts";

/**
 * Opens a database file, checks it, and migrates its tables if that is the plan. `:memory:` is a database for tests that ends with the process.
 * Takes no lock (server-lock.ts).
 * @param requireLock called before each statement; throws if the lock is no longer held
 * @throws DatabaseUnusable if this backend cannot use the file
 */
export async function openSqlite(
  file: string,
  log: Log = () => {},
  requireLock: () => void = () => {},
  plan = usualPlan,
): Promise<Kysely<Tables>> {
  let database: Kysely<Tables> | undefined;
  const known = Object.keys(plan.known);
  let pending: readonly string[] = known;
  try {
    if (file !== ":memory:") {
      if (isOpenToOthers(prepareDatabaseFile(file))) log({ event: "database_open_to_others" });
      pending = inspectDatabase(file, known);
    }
    if (pending.length > 0 && !plan.makesMissing) throw new DatabaseUnusable(undefined, "not_migrated");
    const { dialect, of } = countLoad(createSqliteDialect(sqliteFile(file, requireLock)));
    database = of(new Kysely<Tables>({ dialect }));
    // Shows that it can be written, also where nothing is missing. Then Kysely is not asked: it refuses a newer version's tables.
    await database.transaction().execute(async () => {});
    if (pending.length === 0) return database;
    log({ event: "database_migrating", pending: pending.length });
    const provider = { getMigrations: async () => plan.known };
    const { error } = await new Migrator({ db: database, provider }).migrateToLatest();
    if (error !== undefined) throw error;
    plan.onMade?.(pending);
    return database;
  } catch (cause) {
    await database?.destroy();
    throw cause instanceof DatabaseUnusable ? cause : new DatabaseUnusable(cause);
  }
}
