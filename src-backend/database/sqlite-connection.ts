import { DatabaseSync, type SQLInputValue, type SQLOutputValue, type StatementSync } from "node:sqlite";
import { pathToFileURL } from "node:url";
import type { QueryResult } from "kysely";
import { DatabaseFailed } from "./database-failed.ts";
import { identityOf } from "./database-file.ts";

/** Statements that are kept prepared. There are a few dozen different ones; more than this would be a mistake. */
const MOST_PREPARED = 200;

type Row = Record<string, SQLOutputValue>;

/** One connection to a SQLite file. An error is thrown as SQLite reports it, and the connection is not to be used again. */
export type SqliteConnection = ReturnType<typeof connectionTo>;

/** Opens connections to one and the same file. */
export interface SqliteFile {
  /** @throws DatabaseFailed `replaced` where the file is no longer the one that was opened first, or the lock is not held */
  readonly requireSame: () => void;
  /** Opens a connection, and makes sure that it has no transaction and can read the file. */
  readonly connect: () => SqliteConnection;
  /** Opens one in the place of a connection on which something failed, and closes that. */
  readonly replace: (failed: SqliteConnection) => SqliteConnection;
}

/**
 * The SQLite database in this file, which is there, though it may be empty. `:memory:` is a database that ends with its
 * connection: a failed one of these is put in order, and not replaced.
 * @param requireLock throws where this process no longer has the file to itself
 */
export function sqliteFile(file: string, requireLock: () => void = () => {}): SqliteFile {
  if (file === ":memory:") {
    return {
      requireSame: () => {},
      connect: () => open(file),
      replace: (failed) => {
        if (failed.isInTransaction()) failed.run("ROLLBACK", []);
        return failed;
      },
    };
  }
  const opened = identityOf(file);
  const requireSame = () => {
    requireLock();
    // Somebody has put a backup in its place: nobody would ever read what is written to the old one.
    if (identityOf(file) !== opened) throw new DatabaseFailed(undefined, "replaced");
  };
  const connect = () => {
    requireSame();
    // `rw`: a file that has gone is not made anew, empty (sqlite.org/uri.html). The address has `%`, `?` and `#` escaped.
    const address = pathToFileURL(file);
    address.searchParams.set("mode", "rw");
    return open(address);
  };
  return {
    requireSame,
    connect,
    replace: (failed) => {
      // Opens the new one first: the last connection to close removes the log, and a full disk may have no room for a new log.
      try {
        return connect();
      } finally {
        failed.close();
      }
    },
  };
}

function open(file: string | URL): SqliteConnection {
  // Does not let SQLite wait by itself: that would stop this whole process (sqlite-dialect.ts).
  const database = new DatabaseSync(file, { timeout: 0 });
  try {
    // Readers and the one writer do not keep each other waiting (sqlite.org/wal.html). A network's disk has no such log.
    const journal = database.prepare("PRAGMA journal_mode = WAL").get()?.journal_mode;
    if (journal !== "wal" && file !== ":memory:") throw new Error("no write-ahead log");
    // Each commit waits for the disk: what the ledger has said must be there after a power cut (sqlite.org/pragma.html).
    // On macOS, where fsync does not reach the disk, by F_FULLFSYNC; elsewhere that pragma changes nothing.
    database.exec("PRAGMA synchronous = FULL; PRAGMA fullfsync = 1; PRAGMA checkpoint_fullfsync = 1");
    database.prepare("SELECT count(*) FROM sqlite_schema").get();
    if (database.isTransaction) throw new Error("a new connection has a transaction");
  } catch (error) {
    database.close();
    throw error;
  }
  return connectionTo(database);
}

function connectionTo(database: DatabaseSync) {
  const prepared = new Map<string, { statement: StatementSync; answersRows: boolean }>();

  const prepare = (text: string) => {
    const known = prepared.get(text);
    if (known !== undefined) return known;
    if (prepared.size >= MOST_PREPARED) prepared.clear();
    const statement = database.prepare(text);
    statement.setReadBigInts(true);
    const fresh = { statement, answersRows: statement.columns().length > 0 };
    prepared.set(text, fresh);
    return fresh;
  };

  return {
    isInTransaction: () => database.isTransaction,
    /** Runs one statement, prepared once. */
    run: (text: string, parameters: readonly unknown[]): QueryResult<Row> => {
      const { statement, answersRows } = prepare(text);
      // SQLite's binding refuses values of another type, and that becomes a failure like any other.
      const values = parameters as SQLInputValue[];
      // Both read to the end and reset their statement, also when it fails; a row at a time would keep a reader open.
      if (answersRows) return { rows: statement.all(...values).map(plain) };
      const { changes, lastInsertRowid } = statement.run(...values);
      return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) };
    },
    /** Ends what is open, and says nothing if that fails: the connection is not used again. */
    close: (): void => {
      try {
        database.close();
      } catch {
        // It was closed before.
      }
    },
  };
}

/** Integers are numbers as far as a number can hold them, and never a wrong number. */
function plain(row: Row): Row {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => {
      const isNumber = typeof value === "bigint" && Number.isSafeInteger(Number(value));
      return [name, isNumber ? Number(value) : value];
    }),
  );
}
