import { hash } from "node:crypto";
import { DatabaseSync, type SQLInputValue, type SQLOutputValue, type StatementSync } from "node:sqlite";
import { pathToFileURL } from "node:url";
import type { QueryResult } from "kysely";
import { DatabaseFailed } from "./database-failed.ts";
import { identityOf } from "./database-file.ts";

/** The most prepared statements to cache. There are a few dozen; more than this would be a bug. */
const MOST_PREPARED = 200;

type Row = Record<string, SQLOutputValue>;

/** One connection to a SQLite file. It throws SQLite's own errors; after one the connection must not be used again. */
export type SqliteConnection = ReturnType<typeof connectionTo>;

/** Opens connections to one file. */
export interface SqliteFile {
  /** @throws DatabaseFailed `replaced` if the file is no longer the one opened first, or the lock is not held */
  readonly requireSame: () => void;
  /** Whether several connections see the same database. */
  readonly isShareable: boolean;
  /** Opens a connection, and checks that it has no transaction and can read the file. */
  readonly connect: () => SqliteConnection;
  /** Opens a connection to replace a failed one, and closes that. */
  readonly replace: (failed: SqliteConnection) => SqliteConnection;
}

/**
 * The SQLite database in this file, which exists but may be empty. `:memory:` is a database that ends with its connection,
 * so a failed connection to it is reset and not replaced.
 * @param requireLock throws if this process no longer holds the file exclusively
 */
export function sqliteFile(file: string, requireLock: () => void = () => {}): SqliteFile {
  if (file === ":memory:") {
    return {
      requireSame: () => {},
      isShareable: false,
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
    // If a backup has replaced the file, nobody would ever read what is written to the old one.
    if (identityOf(file) !== opened) throw new DatabaseFailed(undefined, "replaced");
  };
  const connect = () => {
    requireSame();
    // `rw` does not recreate a deleted file (sqlite.org/uri.html). The URL escapes `%`, `?` and `#`.
    const address = pathToFileURL(file);
    address.searchParams.set("mode", "rw");
    return open(address);
  };
  return {
    requireSame,
    isShareable: true,
    connect,
    replace: (failed) => {
      // Opens the new one first: the last connection to close removes the log, and a full disk may have no room for another.
      try {
        return connect();
      } finally {
        failed.close();
      }
    },
  };
}

function open(file: string | URL): SqliteConnection {
  // SQLite must not wait by itself: that would block this whole process (sqlite-dialect.ts).
  const database = new DatabaseSync(file, { timeout: 0 });
  try {
    // With a write-ahead log, readers and the writer do not block each other (sqlite.org/wal.html). Network disks do not
    // support it.
    const journal = database.prepare("PRAGMA journal_mode = WAL").get()?.journal_mode;
    if (journal !== "wal" && file !== ":memory:") throw new Error("no write-ahead log");
    // Each commit waits for the disk, because the ledger's answers must survive a power cut (sqlite.org/pragma.html). macOS
    // needs F_FULLFSYNC, because its fsync does not reach the disk; elsewhere that pragma changes nothing.
    database.exec("PRAGMA synchronous = FULL; PRAGMA fullfsync = 1; PRAGMA checkpoint_fullfsync = 1");
    // SQLite has no hash of its own, and the audit's chain needs one (audit/append-audit.ts).
    database.function("sha256_hex", { deterministic: true }, (text) => hash("sha256", String(text), "hex"));
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
      // SQLite's binding refuses values of other types, which then fails like any statement.
      const values = parameters as SQLInputValue[];
      // Both read to the end and reset their statement, even on failure; reading row by row would keep a reader open.
      if (answersRows) return { rows: statement.all(...values).map(plain) };
      const { changes, lastInsertRowid } = statement.run(...values);
      return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) };
    },
    /** Closes the connection and ignores errors, because nobody uses it again. */
    close: (): void => {
      try {
        database.close();
      } catch {
        // It was closed before.
      }
    },
  };
}

/** Turns integers into numbers if a number can hold them exactly. */
function plain(row: Row): Row {
  const all: Row = {};
  for (const name in row) {
    const value = row[name] ?? null;
    const isNumber = typeof value === "bigint" && Number.isSafeInteger(Number(value));
    all[name] = isNumber ? Number(value) : value;
  }
  return all;
}
