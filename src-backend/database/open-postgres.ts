import { Kysely } from "kysely";
import { createRotatedSecret } from "../secrets/rotated-secret.ts";
import type { Log } from "../server-log.ts";
import { checkPostgres } from "./check-postgres.ts";
import type { PostgresConfig } from "./database-config.ts";
import { countLoad } from "./database-load.ts";
import { DatabaseUnusable, serverUnusable } from "./database-unusable.ts";
import { listPending, migrate, requireRights } from "./migrate-postgres.ts";
import { usualPlan } from "./migration-plan.ts";
import { createPostgresDialect } from "./postgres-dialect.ts";
import { createPostgresPool } from "./postgres-pool.ts";
import type { Tables } from "./tables.ts";

/** How long a statement may take, unless the configuration says otherwise: less than the app waits for an answer. */
const STATEMENT_MS = 2000;
/** A migration may rewrite a large table, or wait for another instance's. */
const MIGRATION_MS = 10 * 60 * 1000;

/**
 * Opens a database on a PostgreSQL server, checks the server, and migrates the tables if that is the plan. A user who may not
 * create tables can do so where nothing is missing.
 * @param now in milliseconds, to be compared with the server's clock
 * @throws DatabaseUnusable if this backend cannot use it
 */
export async function openPostgres(
  { server, poolSize, passwordSource, statementMs = STATEMENT_MS }: PostgresConfig,
  log: Log = () => {},
  now: () => number = Date.now,
  plan = usualPlan,
): Promise<Kysely<Tables>> {
  const password = createRotatedSecret(server.password ?? "", passwordSource, log);
  const connect = (size: number, longestMs: number) => {
    const { dialect, of } = countLoad(createPostgresDialect(createPostgresPool(server, size, longestMs, password)));
    return of(new Kysely<Tables>({ dialect }));
  };
  const database = connect(poolSize, statementMs);
  try {
    const schema = await checkPostgres(database, log, now);
    if ((await listPending(database, schema, plan.known)).length > 0) {
      if (!plan.makesMissing) throw serverUnusable(undefined, "not_migrated");
      const patient = connect(1, MIGRATION_MS);
      const made = await migrate(patient, schema, log, plan.known).finally(() => patient.destroy());
      // None where another instance was quicker.
      if (made.length > 0) plan.onMade?.(made);
    }
    await requireRights(database, schema);
    return database;
  } catch (cause) {
    await database.destroy();
    throw cause instanceof DatabaseUnusable ? cause : serverUnusable(cause);
  }
}
