import { performance } from "node:perf_hooks";
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from "kysely";
import { DatabaseFailed } from "./database-failed.ts";
import type { SqliteConnection, SqliteFile } from "./sqlite-connection.ts";
import { patiently } from "./sqlite-patience.ts";
import { createSqliteWriter, type MemberTransaction, OLDEST_GROUP_MS } from "./sqlite-writer.ts";

class Adapter extends SqliteAdapter {
  /**
   * SQLite rolls back schema changes with their transaction, so no migration stays half done. Kysely's own adapter says
   * false.
   */
  override get supportsTransactionalDdl(): boolean {
    return true;
  }

  /**
   * One connection writes, and createSqliteWriter queues for it, so a statement's patience starts when it is requested. In
   * Kysely's own queue, which comes first, each statement would wait as long again as the previous one, and none could share
   * another's wait for the disk.
   */
  override get supportsMultipleConnections(): boolean {
    return true;
  }
}

/**
 * Kysely's dialect for `node:sqlite`. Kysely's own dialect relies on a statement's `reader` property, which `node:sqlite`
 * lacks, and so answers every select with nothing (docs/decisions/0002-node-sqlite.md).
 * @param oldestGroupMs when a group of writes takes no more members (sqlite-writer.ts)
 */
export function createSqliteDialect(file: SqliteFile, oldestGroupMs: number = OLDEST_GROUP_MS): Dialect {
  return {
    createAdapter: () => new Adapter(),
    createDriver: () => createDriver(file, oldestGroupMs),
    createIntrospector: (database) => new SqliteIntrospector(database),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

/** What a use case has of the database at a time: any statement, or one transaction. */
interface Turn extends DatabaseConnection {
  readonly begin: () => Promise<void>;
  readonly end: (how: "commit" | "rollBack") => Promise<void>;
}

/** Statements that change rows: they can share a COMMIT. Others, and raw ones, run in no transaction unless they are in one. */
const changing: ReadonlySet<string> = new Set(["InsertQueryNode", "UpdateQueryNode", "DeleteQueryNode"]);

/**
 * One connection writes (sqlite-writer.ts). Another one reads what is on disk, so whoever reads neither waits for those who
 * write nor learns of anything before it is durable. A database in memory has one connection, where reading ends the group.
 */
function createDriver(file: SqliteFile, oldestGroupMs: number): Driver {
  const writer = createSqliteWriter(file, oldestGroupMs);
  const reader = file.isShareable ? createReader(file) : undefined;

  const runOne = (query: CompiledQuery) => {
    const { kind } = query.query;
    if (kind === "SelectQueryNode") return reader === undefined ? writer.runAlone(query) : reader.run(query);
    return changing.has(kind) ? writer.run(query) : writer.runAlone(query);
  };

  const takeTurn = (): Turn => {
    let transaction: MemberTransaction | undefined;
    const run = async (query: CompiledQuery) => (transaction === undefined ? runOne(query) : transaction.run(query));
    return {
      // biome-ignore lint/suspicious/noExplicitAny: Kysely's types want the query's own row type.
      executeQuery: run as (query: CompiledQuery) => Promise<any>,
      // biome-ignore lint/correctness/useYield: nothing here streams rows.
      streamQuery: async function* () {
        throw new DatabaseFailed(undefined, "other");
      },
      begin: async () => {
        transaction = await writer.begin();
      },
      end: async (how) => {
        await transaction?.[how]();
        transaction = undefined;
      },
    };
  };

  return {
    init: async () => {},
    acquireConnection: async () => takeTurn(),
    beginTransaction: (turn) => (turn as Turn).begin(),
    commitTransaction: (turn) => (turn as Turn).end("commit"),
    rollbackTransaction: (turn) => (turn as Turn).end("rollBack"),
    releaseConnection: async () => {},
    // Kysely accepts no new statements by now, but a waiting one would reopen the file after the server has released it.
    destroy: async () => {
      await writer.close();
      reader?.close();
    },
  };
}

/** A connection for what only reads. After any failure it is replaced. */
function createReader(file: SqliteFile) {
  let connection: SqliteConnection | null = null;
  let wasSame = false;

  /** Once for all that is read in one turn of the event loop: to look costs half of what reading does. */
  const requireSame = (): void => {
    if (wasSame) return;
    file.requireSame();
    wasSame = true;
    setImmediate(() => {
      wasSame = false;
    });
  };
  const connect = (): SqliteConnection => {
    const opened = file.connect();
    opened.run("PRAGMA query_only = 1", []);
    return opened;
  };
  const run = ({ sql, parameters }: CompiledQuery) => {
    try {
      requireSame();
      connection ??= connect();
      return connection.run(sql, parameters);
    } catch (cause) {
      connection?.close();
      connection = null;
      throw cause instanceof DatabaseFailed ? cause : new DatabaseFailed(cause);
    }
  };
  return {
    run: (query: CompiledQuery) => patiently(() => run(query), performance.now()),
    close: (): void => {
      connection?.close();
      connection = null;
    },
  };
}
