import { performance } from "node:perf_hooks";
import { setTimeout as pause } from "node:timers/promises";
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from "kysely";
import { DatabaseFailed } from "./database-failed.ts";
import type { SqliteConnection, SqliteFile } from "./sqlite-connection.ts";

/** How long a statement waits for another process to release the file, including the wait for its own turn. */
const BUSY_PATIENCE_MS = 1000;
const FIRST_PAUSE_MS = 5;
const LONGEST_PAUSE_MS = 80;

class Adapter extends SqliteAdapter {
  /**
   * SQLite rolls back schema changes with their transaction, so no migration stays half done. Kysely's own adapter says
   * false.
   */
  override get supportsTransactionalDdl(): boolean {
    return true;
  }

  /**
   * There is one connection, and createDriver queues for it, so a statement's patience starts when it is requested. In
   * Kysely's own queue, which comes first, each statement would wait as long again as the previous one.
   */
  override get supportsMultipleConnections(): boolean {
    return true;
  }
}

/**
 * Kysely's dialect for `node:sqlite`. Kysely's own dialect relies on a statement's `reader` property, which `node:sqlite`
 * lacks, and so answers every select with nothing (docs/decisions/0002-node-sqlite.md).
 */
export function createSqliteDialect(file: SqliteFile): Dialect {
  return {
    createAdapter: () => new Adapter(),
    createDriver: () => createDriver(file),
    createIntrospector: (database) => new SqliteIntrospector(database),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

/** The connection while one statement or transaction holds it. */
interface Turn extends DatabaseConnection {
  readonly beginTransaction: () => Promise<void>;
  readonly endTransaction: (by: "COMMIT" | "ROLLBACK") => Promise<void>;
}

/**
 * One connection, used in turns. After any failure it is replaced, so no statement runs on an unchecked connection
 * (docs/threat-model.md#ledger-first).
 */
function createDriver(file: SqliteFile): Driver {
  let connection: SqliteConnection | null = null;
  let lastTurn: Promise<void> = Promise.resolve();
  const endTurn = new WeakMap<DatabaseConnection, () => void>();

  const throwAway = (): void => {
    const failed = connection;
    connection = null;
    if (failed === null) return;
    try {
      connection = file.replace(failed);
    } catch {
      // The next statement tries to open one, and reports the reason if that fails.
    }
  };

  const runOn = ({ sql, parameters }: CompiledQuery, inTransaction: boolean) => {
    try {
      file.requireSame();
      // A stray transaction would swallow all later writes.
      if (!inTransaction && connection?.isInTransaction()) throwAway();
      connection ??= file.connect();
      return connection.run(sql, parameters);
    } catch (cause) {
      throwAway();
      throw cause instanceof DatabaseFailed ? cause : new DatabaseFailed(cause);
    }
  };

  /** Runs a statement with retries, which is safe outside a transaction: it takes effect completely or not at all. */
  const runPatiently = async (query: CompiledQuery, askedAt: number) => {
    for (let wait = FIRST_PAUSE_MS; ; wait = Math.min(2 * wait, LONGEST_PAUSE_MS)) {
      try {
        return runOn(query, false);
      } catch (error) {
        const mayPass = error instanceof DatabaseFailed && error.reason === "busy";
        if (!mayPass || performance.now() - askedAt >= BUSY_PATIENCE_MS) throw error;
      }
      await pause(wait);
    }
  };

  const takeTurn = (askedAt: number): Turn => {
    // `broken`: a statement failed, and the transaction's work was lost with the connection.
    let transaction: "none" | "open" | "broken" = "none";
    const run = async (query: CompiledQuery) => {
      if (transaction === "none") return runPatiently(query, askedAt);
      if (transaction === "broken" || !connection?.isInTransaction()) {
        transaction = "broken";
        throw new DatabaseFailed(undefined, "other");
      }
      try {
        return runOn(query, true);
      } catch (error) {
        transaction = "broken";
        throw error;
      }
    };
    return {
      // biome-ignore lint/suspicious/noExplicitAny: Kysely's types want the query's own row type.
      executeQuery: run as (query: CompiledQuery) => Promise<any>,
      // biome-ignore lint/correctness/useYield: nothing here streams rows.
      streamQuery: async function* () {
        throw new DatabaseFailed(undefined, "other");
      },
      beginTransaction: async () => {
        // Takes the write lock at once: a transaction that reads first may fail to write (SQLITE_BUSY_SNAPSHOT).
        await runPatiently(CompiledQuery.raw("BEGIN IMMEDIATE"), askedAt);
        transaction = "open";
      },
      endTransaction: async (by) => {
        if (by === "ROLLBACK" && transaction === "broken") return;
        await run(CompiledQuery.raw(by));
        transaction = "none";
      },
    };
  };

  return {
    init: async () => {},
    acquireConnection: async () => {
      const askedAt = performance.now();
      const before = lastTurn;
      let end = (): void => {};
      lastTurn = new Promise((resolve) => {
        end = resolve;
      });
      await before;
      const turn = takeTurn(askedAt);
      endTurn.set(turn, end);
      return turn;
    },
    beginTransaction: (turn) => (turn as Turn).beginTransaction(),
    commitTransaction: (turn) => (turn as Turn).endTransaction("COMMIT"),
    rollbackTransaction: (turn) => (turn as Turn).endTransaction("ROLLBACK"),
    // Waiting for the disk blocks this process, so it handles other events between two turns: one customer's many writes
    // must not make all others wait (docs/threat-model.md#customers-limited).
    releaseConnection: async (turn) => void setImmediate(endTurn.get(turn) ?? (() => {})),
    // Kysely accepts no new statements by now, but a waiting one would reopen the file after the server has released it.
    destroy: async () => {
      await lastTurn;
      connection?.close();
      connection = null;
    },
  };
}
