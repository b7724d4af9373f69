// Writes that share one wait for the disk: none is told of before it is there, and none suffers from another's failure.
import { renameSync, writeFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { Kysely, sql } from "kysely";
import { describe, expect, it, onTestFinished } from "vitest";
import { DatabaseFailed } from "../../src-backend/database/database-failed.ts";
import { type SqliteConnection, type SqliteFile, sqliteFile } from "../../src-backend/database/sqlite-connection.ts";
import { createSqliteDialect } from "../../src-backend/database/sqlite-dialect.ts";
import { databaseFile } from "./own-database.ts";

interface Tables {
  thing: { id: number; value: unknown };
}

/**
 * A database whose every statement a test sees, and can make fail, before SQLite does.
 * @param oldestGroupMs by default all that is written at once is one group, however busy this computer is
 */
async function open(oldestGroupMs = Number.POSITIVE_INFINITY) {
  const file = databaseFile();
  writeFileSync(file, "");
  const statements: string[] = [];
  let before = (_sql: string): void => {};
  const seen = (connection: SqliteConnection): SqliteConnection => ({
    ...connection,
    run: (text, parameters) => {
      statements.push(text);
      before(text);
      return connection.run(text, parameters);
    },
  });
  const ofFile = sqliteFile(file);
  const originals = new WeakMap<SqliteConnection, SqliteConnection>();
  const keep = (original: SqliteConnection) => {
    const wrapped = seen(original);
    originals.set(wrapped, original);
    return wrapped;
  };
  const watched: SqliteFile = {
    ...ofFile,
    connect: () => keep(ofFile.connect()),
    replace: (failed) => keep(ofFile.replace(originals.get(failed) ?? failed)),
  };
  const dialect = createSqliteDialect(watched, oldestGroupMs);
  const database = new Kysely<Tables>({ dialect });
  onTestFinished(() => database.destroy());
  await sql`create table thing (id integer primary key, value)`.execute(database);
  statements.length = 0;
  return {
    file,
    database,
    commits: () => statements.filter((text) => text === "COMMIT").length,
    /** Called before each statement. */
    watch: (next: (sql: string) => void) => {
      before = next;
    },
    put: (id: number) => database.insertInto("thing").values({ id, value: null }).execute(),
    /** What is read by whoever asks the backend's database. */
    read: async () => (await database.selectFrom("thing").select("id").orderBy("id").execute()).map(({ id }) => id),
    /** What somebody else's connection reads. */
    onDisk: () => {
      const other = new DatabaseSync(file, { readOnly: true });
      const ids = other.prepare("select id from thing order by id").all();
      other.close();
      return ids.map(({ id }) => Number(id));
    },
  };
}

const endOf = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error: unknown) => (error instanceof DatabaseFailed ? error.reason : String(error)),
  );
const from1to = (last: number) => Array.from({ length: last }, (_, index) => index + 1);
const turnOfEvents = () => new Promise((resolve) => setImmediate(resolve));

describe("what is written at the same time", () => {
  it("waits for the disk together", async () => {
    const { commits, put, onDisk } = await open();
    await Promise.all(from1to(8).map(put));
    expect(onDisk()).toEqual(from1to(8));
    expect(commits()).toBe(1);
  });

  it("is told of only once it is on disk", async () => {
    const { watch, put, database, onDisk } = await open();
    const told: unknown[] = [];
    const tell = (what: string) => () => told.push([what, onDisk()]);
    const transaction = database
      .transaction()
      .execute((inside) => inside.insertInto("thing").values({ id: 2, value: null }).execute());
    const toldBefore: number[] = [];
    watch((text) => {
      if (text === "COMMIT") toldBefore.push(told.length);
    });
    await Promise.all([put(1).then(tell("one")), transaction.then(tell("transaction")), put(3).then(tell("three"))]);
    expect(toldBefore[0]).toBe(0);
    for (const [, ids] of told as [string, number[]][]) expect(ids).toEqual([1, 2, 3]);
    expect(told).toHaveLength(3);
  });

  it("is not read by anybody before", async () => {
    const { database, read } = await open();
    let readMeanwhile: number[] | undefined;
    await database.transaction().execute(async (inside) => {
      await inside.insertInto("thing").values({ id: 1, value: null }).execute();
      readMeanwhile = await read();
    });
    expect(readMeanwhile).toEqual([]);
    expect(await read()).toEqual([1]);
  });

  it("fails together if the disk does not take it, whatever follows from it too, and the next is written", async () => {
    const { file, watch, put, database, onDisk } = await open();
    let failures = 1;
    watch((text) => {
      if (text === "COMMIT" && failures-- > 0) throw Object.assign(new Error("disk I/O error"), { errcode: 10 });
    });
    const refused = database.transaction().execute(async (inside) => {
      const { n } = await inside
        .selectFrom("thing")
        .select(({ fn }) => fn.countAll().as("n"))
        .executeTakeFirstOrThrow();
      throw new Error(`there are ${n}`);
    });
    const kept = database
      .transaction()
      .execute((inside) => inside.insertInto("thing").values({ id: 2, value: null }).execute());
    expect(await Promise.all([put(1), kept, refused].map(endOf))).toEqual(["io", "io", "io"]);
    expect(onDisk()).toEqual([]);
    const other = new DatabaseSync(file);
    other.exec("begin immediate; rollback"); // the file is let go of
    other.close();
    await put(3);
    expect(onDisk()).toEqual([3]);
  });

  it("leaves its connection to nobody once one of it has failed", async () => {
    const { put, database } = await open();
    await put(1);
    await sql`create temp table mine (id)`.execute(database);
    expect(await Promise.all([put(2), put(1)].map(endOf))).toEqual(["done", "other"]);
    expect(await endOf(sql`select * from mine`.execute(database))).toBe("other");
  });

  it("is not taken along by what fails in between, nor is any of that kept", async () => {
    const { put, database, onDisk } = await open();
    await put(1);
    const both = (...ids: number[]) =>
      database.transaction().execute(async (inside) => {
        for (const id of ids) await inside.insertInto("thing").values({ id, value: null }).execute();
      });
    const thrown = database.transaction().execute(async (inside) => {
      await inside.insertInto("thing").values({ id: 7, value: null }).execute();
      throw new Error("changed my mind");
    });
    const ends = await Promise.all([put(2), both(3, 4), thrown, both(5, 1), put(6), put(1), both(8)].map(endOf));
    expect(ends).toEqual(["done", "done", "Error: changed my mind", "other", "done", "other", "done"]);
    expect(onDisk()).toEqual([1, 2, 3, 4, 6, 8]);
  });

  it("is lost together where the disk is full, and all are told", async () => {
    const { put, database, onDisk } = await open();
    await sql`pragma max_page_count = 2`.execute(database);
    const large = () =>
      database
        .insertInto("thing")
        .values({ id: 2, value: "x".repeat(100_000) })
        .execute();
    const ends = await Promise.all([put(1), large(), put(3)].map(endOf));
    expect(ends).toEqual(["full", "full", "done"]); // the last one has a connection that is not limited
    expect(onDisk()).toEqual([3]);
  });

  it("is not claimed where the file was replaced before it was on disk", async () => {
    const { file, put, watch, database } = await open();
    const copy = databaseFile();
    await sql.raw(`vacuum into '${copy}'`).execute(database);
    watch((text) => {
      if (text.startsWith("insert")) renameSync(copy, file);
    });
    expect(await endOf(put(1))).toBe("replaced");
  });

  it.each([
    { oldestGroupMs: 0, least: 100, most: 1000 },
    { oldestGroupMs: Number.POSITIVE_INFINITY, least: 0, most: 10 }, // so it is the groups' age that makes the difference
  ])(
    "lets others have this process whenever a group is $oldestGroupMs ms old",
    async ({ oldestGroupMs, least, most }) => {
      const { put } = await open(oldestGroupMs);
      let turns = 0;
      let isWriting = true;
      const count = async () => {
        while (isWriting) {
          await turnOfEvents();
          turns += 1;
        }
      };
      const counting = count();
      await Promise.all(from1to(100).map(put));
      isWriting = false;
      await counting;
      expect(turns).toBeGreaterThanOrEqual(least);
      expect(turns).toBeLessThanOrEqual(most);
    },
  );
});
