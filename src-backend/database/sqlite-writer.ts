import { performance } from "node:perf_hooks";
import type { CompiledQuery, QueryResult } from "kysely";
import { DatabaseFailed } from "./database-failed.ts";
import type { SqliteConnection, SqliteFile } from "./sqlite-connection.ts";
import { patiently } from "./sqlite-patience.ts";
import { createTurns } from "./sqlite-turns.ts";

/**
 * In milliseconds. An older group takes no more members: waiting for the disk blocks this process, and so do its members, and
 * one customer's many writes must not make all others wait (docs/threat-model.md#customers-limited).
 */
export const OLDEST_GROUP_MS = 5;

/** SQLite's primary codes for a statement at fault, which says nothing about the file (sqlite.org/rescode.html). */
const faultsOfStatement: ReadonlySet<number> = new Set([1, 18, 19, 20, 25]); // ERROR, TOOBIG, CONSTRAINT, MISMATCH, RANGE

type Row = QueryResult<unknown>;
type Statement = Pick<CompiledQuery, "sql" | "parameters">;

/** A transaction that is a member of a group. It has its turn until it ends. */
export interface MemberTransaction {
  /** @throws DatabaseFailed; from then on all of it is taken back, and nothing more runs in it */
  readonly run: (statement: Statement) => Row;
  /** Returns once all of it is on disk. @throws DatabaseFailed nothing of it is */
  readonly commit: () => Promise<void>;
  /** Returns once what was read in it is on disk: what follows from it may be answered. @throws DatabaseFailed it is not */
  readonly rollBack: () => Promise<void>;
}

/** Members whose work becomes durable together, or not at all. */
interface Group {
  readonly since: number;
  /** Rejects with why none of it is on disk. */
  readonly ended: Promise<void>;
  readonly succeed: () => void;
  readonly fail: (error: DatabaseFailed) => void;
  /** A member has failed by itself: nobody else joins, and the connection is replaced. */
  hasFailure: boolean;
}

/**
 * The one connection that writes, used in turns. What is written at about the same time shares a COMMIT, and so one wait for
 * the disk: that is most of what a write costs (docs/decisions/0002-node-sqlite.md). Nobody is told that anything is written, or what
 * follows from having read it, before that COMMIT has returned; if it fails, it fails for all of them. A statement that fails
 * by itself takes nothing of the others with it. After any failure the connection is replaced, so no statement runs on an
 * unchecked one (docs/threat-model.md#ledger-first).
 */
export function createSqliteWriter(file: SqliteFile, oldestGroupMs: number) {
  let connection: SqliteConnection | null = null;
  let group: Group | null = null;

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

  /** Ends the group without its members' work, which goes with the connection. */
  const failGroup = (error: DatabaseFailed): void => {
    const failed = group;
    group = null;
    throwAway();
    failed?.fail(error);
  };

  const endGroup = (): void => {
    const ending = group;
    if (ending === null) return;
    try {
      // If a backup has replaced the file meanwhile, nobody would ever read what is written.
      file.requireSame();
      if (!connection?.isInTransaction()) throw new DatabaseFailed(undefined, "other");
      connection.run("COMMIT", []);
    } catch (cause) {
      failGroup(failureOf(cause));
      return;
    }
    group = null;
    if (ending.hasFailure) throwAway();
    ending.succeed();
  };

  const turns = createTurns({
    mayGoOn: () => group !== null && !group.hasFailure && performance.now() - group.since < oldestGroupMs,
    pause: endGroup,
  });

  /** Runs a statement outside of a transaction. */
  const runOutside = ({ sql, parameters }: Statement): Row => {
    try {
      file.requireSame();
      // A stray transaction would swallow all later writes.
      if (connection?.isInTransaction()) throwAway();
      connection ??= file.connect();
      return connection.run(sql, parameters);
    } catch (cause) {
      throwAway();
      throw failureOf(cause);
    }
  };

  /** Runs a statement inside the group's transaction. */
  const runInside = ({ sql, parameters }: Statement, of: Group): Row => {
    if (group !== of || !connection?.isInTransaction()) throw new DatabaseFailed(undefined, "other");
    try {
      return connection.run(sql, parameters);
    } catch (cause) {
      const error = failureOf(cause);
      const isOwn = error.sqliteCode === undefined || faultsOfStatement.has(error.sqliteCode & 0xff);
      // SQLite takes a failed statement back by itself, and after some failures the whole transaction.
      if (isOwn && connection.isInTransaction()) of.hasFailure = true;
      else failGroup(error);
      throw error;
    }
  };

  /** Joins the open group, or begins one. Takes the write lock at once: otherwise a write may fail later (SQLITE_BUSY_SNAPSHOT). */
  const join = async (askedAt: number): Promise<Group> => {
    if (group !== null) return group;
    await patiently(() => runOutside({ sql: "BEGIN IMMEDIATE", parameters: [] }), askedAt);
    group = newGroup();
    return group;
  };

  return {
    /** Runs a statement that reads or changes rows, as a member. Returns once it is on disk. @throws DatabaseFailed */
    run: async (statement: Statement): Promise<Row> => {
      const askedAt = performance.now();
      await turns.take();
      let joined: Group;
      let result: Row;
      try {
        joined = await join(askedAt);
        result = runInside(statement, joined);
      } finally {
        turns.passOn();
      }
      await joined.ended;
      return result;
    },
    /** Runs any other statement, a PRAGMA for example, in no transaction. @throws DatabaseFailed */
    runAlone: async (statement: Statement): Promise<Row> => {
      const askedAt = performance.now();
      await turns.take();
      try {
        endGroup();
        // Safe to repeat: outside of a transaction it takes effect completely or not at all.
        return await patiently(() => runOutside(statement), askedAt);
      } finally {
        turns.passOn();
      }
    },
    /** Begins a transaction as a member. @throws DatabaseFailed */
    begin: async (): Promise<MemberTransaction> => {
      const askedAt = performance.now();
      await turns.take();
      try {
        const joined = await join(askedAt);
        // Not for a statement alone, which SQLite takes back as a whole.
        runInside({ sql: "SAVEPOINT member", parameters: [] }, joined);
        return memberOf(joined);
      } catch (error) {
        turns.passOn();
        throw error;
      }
    },
    /** Waits for what has been asked for, and lets go of the file. */
    close: async (): Promise<void> => {
      await turns.take();
      endGroup();
      connection?.close();
      connection = null;
      turns.passOn();
      // Whoever was in that group is told before whoever closes.
      await new Promise((resolve) => setImmediate(resolve));
    },
  };

  function memberOf(joined: Group): MemberTransaction {
    let state: "open" | "broken" | "ended" = "open";
    /** If a member can neither be kept nor be taken back by itself, all of the group is. */
    const control = (...statements: string[]): void => {
      try {
        for (const sql of statements) runInside({ sql, parameters: [] }, joined);
      } catch (cause) {
        if (group === joined) failGroup(failureOf(cause));
      }
    };
    const takeBack = () => control("ROLLBACK TO member", "RELEASE member");
    const end = async (): Promise<void> => {
      state = "ended";
      turns.passOn();
      await joined.ended;
    };
    return {
      run: (statement) => {
        if (state !== "open") throw new DatabaseFailed(undefined, "other");
        try {
          return runInside(statement, joined);
        } catch (error) {
          state = "broken";
          takeBack();
          throw error;
        }
      },
      commit: async () => {
        const isWhole = state === "open";
        if (isWhole) control("RELEASE member");
        await end();
        if (!isWhole) throw new DatabaseFailed(undefined, "other");
      },
      rollBack: async () => {
        if (state === "ended") return;
        if (state === "open") takeBack();
        await end();
      },
    };
  }
}

function newGroup(): Group {
  let succeed = (): void => {};
  let fail = (_error: DatabaseFailed): void => {};
  const ended = new Promise<void>((resolve, reject) => {
    succeed = resolve;
    fail = reject;
  });
  ended.catch(() => {}); // a group may end without members who wait
  return { since: performance.now(), ended, succeed, fail, hasFailure: false };
}

function failureOf(cause: unknown): DatabaseFailed {
  return cause instanceof DatabaseFailed ? cause : new DatabaseFailed(cause);
}
