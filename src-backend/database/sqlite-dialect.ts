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

/** How long a statement waits for another process to let go of the file, the wait for its own turn included. */
const BUSY_PATIENCE_MS = 1000;
const FIRST_PAUSE_MS = 5;
const LONGEST_PAUSE_MS = 80;

class Adapter extends SqliteAdapter {
  /** SQLite rolls changes of tables back with their transaction, so no migration stays half done. Kysely's own adapter says no. */
  override get supportsTransactionalDdl(): boolean {
    return true;
  }

  /**
   * There is one connection, and the queue for it is createDriver's: a statement's patience begins when it is asked for.
   * In Kysely's own queue, before that, each would wait as long again as the one before it.
   */
  override get supportsMultipleConnections(): boolean {
    return true;
  }
}

/**
 * Kysely's dialect for `node:sqlite`. Kysely's own one asks a statement whether it is a `reader`, which those of
 * `node:sqlite` do not say, and so answers every select with nothing (docs/decisions/0002-node-sqlite.md).
 */
export function createSqliteDialect(file: SqliteFile): Dialect {
  return {
    createAdapter: () => new Adapter(),
    createDriver: () => createDriver(file),
    createIntrospector: (database) => new SqliteIntrospector(database),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

/** The connection while one statement, or one transaction, has it. */
interface Turn extends DatabaseConnection {
  readonly beginTransaction: () => Promise<void>;
  readonly endTransaction: (by: "COMMIT" | "ROLLBACK") => Promise<void>;
}

/**
 * One connection, used in turn. After a failure of any kind it is thrown away: no statement runs on a connection that
 * was not checked since (docs/threat-model.md#ledger-first).
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
      // The next statement tries to open one, and says why that fails.
    }
  };

  const runOn = ({ sql, parameters }: CompiledQuery, inTransaction: boolean) => {
    try {
      file.requireSame();
      // A transaction that nobody here has begun would swallow all that is written from now on.
      if (!inTransaction && connection?.isInTransaction()) throwAway();
      connection ??= file.connect();
      return connection.run(sql, parameters);
    } catch (cause) {
      throwAway();
      throw cause instanceof DatabaseFailed ? cause : new DatabaseFailed(cause);
    }
  };

  /** Runs a statement that may be tried again: outside a transaction it is carried out or it is not. */
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
    // `broken`: a statement failed, and all that its transaction had done went with the connection.
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
      // biome-ignore lint/suspicious/noExplicitAny: Kysely's types ask for whatever row the query says.
      executeQuery: run as (query: CompiledQuery) => Promise<any>,
      // biome-ignore lint/correctness/useYield: nobody here asks for rows one at a time.
      streamQuery: async function* () {
        throw new DatabaseFailed(undefined, "other");
      },
      beginTransaction: async () => {
        // Begins for writing at once: a transaction that reads first may find that it cannot write (SQLITE_BUSY_SNAPSHOT).
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
    // Waiting for the disk stops this process, so between two turns it handles whatever else has come: many writes of
    // one customer must not become one long wait for all the others (docs/threat-model.md#customers-limited).
    releaseConnection: async (turn) => void setImmediate(endTurn.get(turn) ?? (() => {})),
    // Kysely takes no new statement by now. One that still waits would open the file again, after the server has let go of it.
    destroy: async () => {
      await lastTurn;
      connection?.close();
      connection = null;
    },
  };
}
