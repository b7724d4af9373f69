import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type TransactionSettings,
} from "kysely";
import type { PoolClient } from "pg";
import { DatabaseFailed } from "./database-failed.ts";
import { postgresFailure } from "./postgres-failure.ts";
import type { PostgresPool } from "./postgres-pool.ts";

class Adapter extends PostgresAdapter {
  /** Kysely's own locks belong to a session, which a pooler may give to somebody else (migrate-postgres.ts has another). */
  override async acquireMigrationLock(): Promise<void> {}
  override async releaseMigrationLock(): Promise<void> {}
}

/**
 * Kysely's dialect for PostgreSQL. Kysely's own driver goes on with a connection after a failure, and takes what the server
 * calls a success for one (docs/decisions/0017-postgresql.md).
 */
export function createPostgresDialect(pool: PostgresPool): Dialect {
  return {
    createAdapter: () => new Adapter(),
    createDriver: () => createDriver(pool),
    createIntrospector: (database) => new PostgresIntrospector(database),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  };
}

/** A connection while one statement or transaction holds it. */
interface Turn extends DatabaseConnection {
  readonly begin: (settings: TransactionSettings) => Promise<void>;
  readonly commit: () => Promise<void>;
  readonly rollback: () => Promise<void>;
  readonly release: () => void;
}

/** For how long a transaction may keep its rows from others while its process does nothing: it is stopped, or gone. */
const IDLE_MS = 5000;

const changing = new Set(["INSERT", "UPDATE", "DELETE", "MERGE"]);

function createDriver(pool: PostgresPool): Driver {
  /** After any failure the connection is thrown away: it may still be at work, or in a transaction. */
  const takeTurn = (client: PoolClient): Turn => {
    let broken: DatabaseFailed | undefined;
    const run = async ({ sql, parameters }: CompiledQuery) => {
      if (broken !== undefined) throw broken;
      try {
        const { command, rowCount, rows } = await client.query<Record<string, unknown>>(sql, [...parameters]);
        if (pool.hasWarned(client)) throw new DatabaseFailed(undefined, "not_replicated");
        return { command, rows, ...(changing.has(command) && { numAffectedRows: BigInt(rowCount ?? 0) }) };
      } catch (cause) {
        broken = cause instanceof DatabaseFailed ? cause : new DatabaseFailed(cause, postgresFailure(cause));
        throw broken;
      }
    };
    return {
      // biome-ignore lint/suspicious/noExplicitAny: Kysely's types want the query's own row type.
      executeQuery: run as (query: CompiledQuery) => Promise<any>,
      // biome-ignore lint/correctness/useYield: nothing here streams rows.
      streamQuery: async function* () {
        throw new DatabaseFailed(undefined, "other");
      },
      begin: async ({ isolationLevel = "read committed" }) =>
        // Each statement sees what was committed before it, whatever the server's own setting is. A server notices neither
        // that nobody waits for a statement any more nor that nobody goes on with a transaction: so it ends both itself.
        void (await run(
          CompiledQuery.raw(
            `begin isolation level ${isolationLevel}; set local lock_timeout = ${pool.lockMs}; set local idle_in_transaction_session_timeout = ${IDLE_MS}`,
          ),
        )),
      commit: async () => {
        const { command } = await run(CompiledQuery.raw("commit"));
        // A transaction in which something failed answers COMMIT with a rollback, and calls that a success.
        if (command === "COMMIT") return;
        broken = new DatabaseFailed(undefined, "other");
        throw broken;
      },
      // A broken connection is thrown away, and its transaction with it.
      rollback: async () => void (broken ?? (await run(CompiledQuery.raw("rollback")))),
      release: () => client.release(broken !== undefined),
    };
  };

  return {
    init: async () => {},
    acquireConnection: async () => {
      try {
        const client = await pool.connect();
        // Of the connecting, and of nobody's statement.
        pool.hasWarned(client);
        return takeTurn(client);
      } catch (cause) {
        throw new DatabaseFailed(cause, postgresFailure(cause));
      }
    },
    beginTransaction: (turn, settings) => (turn as Turn).begin(settings),
    commitTransaction: (turn) => (turn as Turn).commit(),
    rollbackTransaction: (turn) => (turn as Turn).rollback(),
    releaseConnection: async (turn) => (turn as Turn).release(),
    destroy: () => pool.end(),
  };
}
