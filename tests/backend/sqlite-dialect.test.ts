// The dialect of our own, on real files: Kysely's own one answers every select of node:sqlite with nothing.
import { existsSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { Kysely, sql } from "kysely";
import { describe, expect, it, onTestFinished } from "vitest";
import { DatabaseFailed } from "../../src-backend/database/database-failed.ts";
import { sqliteFile } from "../../src-backend/database/sqlite-connection.ts";
import { createSqliteDialect } from "../../src-backend/database/sqlite-dialect.ts";
import { databaseFile } from "./own-database.ts";

interface Tables {
  thing: { id: number; value: unknown };
}

/** A database with one table, and its file's path. */
async function open() {
  const file = databaseFile();
  writeFileSync(file, "");
  const database = new Kysely<Tables>({ dialect: createSqliteDialect(sqliteFile(file)) });
  onTestFinished(() => database.destroy());
  await sql`create table thing (id integer primary key, value)`.execute(database);
  /** The connection of somebody else. */
  const another = () => {
    const connection = new DatabaseSync(file);
    onTestFinished(() => {
      if (connection.isOpen) connection.close();
    });
    return connection;
  };
  const put = (id: number, value: unknown = null) => database.insertInto("thing").values({ id, value }).execute();
  const ids = async () => (await database.selectFrom("thing").select("id").orderBy("id").execute()).map(({ id }) => id);
  return { database, file, another, put, ids };
}

/** What somebody else's connection reads. */
const idsIn = (connection: DatabaseSync) =>
  connection
    .prepare("select id from thing order by id")
    .all()
    .map(({ id }) => id);

/** That nobody holds a lock or an old state of the file. */
function expectLeftAlone(connection: DatabaseSync) {
  connection.exec("begin immediate; rollback");
  expect(connection.prepare("pragma wal_checkpoint(truncate)").get()).toMatchObject({ busy: 0 });
}

const reasonOf = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error: unknown) => (error instanceof DatabaseFailed ? error.reason : error),
  );

describe("what is written", () => {
  it.each([
    ["nothing", null],
    ["text", "'; drop table thing; -- ü \u{1F511}"],
    ["an empty text", ""],
    ["a whole number", -3],
    ["a fraction", 0.1],
    ["the largest safe number", Number.MAX_SAFE_INTEGER],
    ["a number beyond it", 9_007_199_254_740_993n],
    ["bytes", new Uint8Array([0, 255])],
  ])("is read as it was: %s", async (_name, value) => {
    const { database, put } = await open();
    await put(1, value);
    const found = await database.selectFrom("thing").selectAll().where("value", "is", value).execute();
    expect(found).toEqual([{ id: 1, value }]);
  });

  it("is counted", async () => {
    const { database, put } = await open();
    const insert = (ids: number[]) =>
      database
        .insertInto("thing")
        .values(ids.map((id) => ({ id, value: 0 })))
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirstOrThrow();
    expect((await insert([1, 2])).numInsertedOrUpdatedRows).toBe(2n);
    expect((await insert([2, 7])).insertId).toBe(7n);
    expect((await insert([1, 2])).numInsertedOrUpdatedRows).toBe(0n);
    const update = (id: number) =>
      database.updateTable("thing").set({ value: 1 }).where("id", ">=", id).executeTakeFirstOrThrow();
    expect((await update(2)).numUpdatedRows).toBe(2n);
    expect((await update(8)).numUpdatedRows).toBe(0n);
    await put(8);
    const remove = database.deleteFrom("thing").where("id", "<", 8);
    expect((await remove.executeTakeFirstOrThrow()).numDeletedRows).toBe(3n);
    expect((await remove.executeTakeFirstOrThrow()).numDeletedRows).toBe(0n);
  });

  it("is given back where that is asked for", async () => {
    const { database } = await open();
    const values = [
      { id: 1, value: "a" },
      { id: 2, value: "b" },
    ];
    expect(await database.insertInto("thing").values(values).returningAll().execute()).toEqual(values);
    const update = database.updateTable("thing").set({ value: "c" }).where("id", "=", 2);
    expect(await update.returning("value").execute()).toEqual([{ value: "c" }]);
    expect(await database.deleteFrom("thing").where("id", "=", 3).returning("id").execute()).toEqual([]);
  });

  it("waits for the disk, on a new connection as on the first", async () => {
    const { database, put } = await open();
    const settings = async () => {
      const { rows } = await sql`select
        (select journal_mode from pragma_journal_mode) journal, (select synchronous from pragma_synchronous) synchronous,
        (select fullfsync from pragma_fullfsync) fullfsync`.execute(database);
      return rows;
    };
    const expected = [{ journal: "wal", synchronous: 2, fullfsync: 1 }];
    expect(await settings()).toEqual(expected);
    await put(1);
    await reasonOf(put(1));
    expect(await settings()).toEqual(expected);
  });
});

describe("a transaction", () => {
  it("is done as a whole or not at all, tables included", async () => {
    const { database, another, put, ids } = await open();
    const failing = database.transaction().execute(async (transaction) => {
      await sql`create table other (id)`.execute(transaction);
      await transaction.insertInto("thing").values({ id: 1, value: null }).execute();
      throw new Error("changed my mind");
    });
    await expect(failing).rejects.toThrow("changed my mind");
    expect(another().prepare("select name from sqlite_schema").all()).toEqual([{ name: "thing" }]);
    await put(2);
    expect(await ids()).toEqual([2]);
  });

  it("has the connection to itself", async () => {
    const { database, ids, put } = await open();
    const transaction = database.transaction().execute(async (own) => {
      await own.insertInto("thing").values({ id: 1, value: null }).execute();
      await new Promise((resolve) => setImmediate(resolve));
      throw new Error("none of it");
    });
    const beside = [put(2), put(3)];
    await expect(transaction).rejects.toThrow("none of it");
    await Promise.all(beside);
    expect(await ids()).toEqual([2, 3]);
  });

  it("of which a statement failed goes no further, whoever ignores that", async () => {
    const { database, another, put } = await open();
    await put(1);
    const all = database.transaction().execute(async (transaction) => {
      const insert = (id: number) => transaction.insertInto("thing").values({ id, value: null }).execute();
      await insert(2);
      expect(await reasonOf(insert(1))).toBe("other");
      expect(await reasonOf(insert(3))).toBe("other");
    });
    expect(await reasonOf(all)).toBe("other");
    const second = another();
    expect(idsIn(second)).toEqual([1]);
    expectLeftAlone(second);
    await put(4);
    expect(idsIn(second)).toEqual([1, 4]);
  });

  it("that nobody here has begun takes nothing that is written afterwards with it", async () => {
    const { database, another, put } = await open();
    await sql`begin`.execute(database);
    await put(1);
    const second = another();
    expect(idsIn(second)).toEqual([1]);
    expectLeftAlone(second);
  });
});

describe("while another process is at work on the file", () => {
  it("what is written waits, without keeping anything else waiting, and is there for everybody", async () => {
    const { another, put } = await open();
    const other = another();
    other.exec("begin immediate");
    const writing = put(1);
    for (let turn = 0; turn < 10; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    other.exec("rollback");
    await writing;
    expect(idsIn(another())).toEqual([1]);
  });

  it("what waits in vain fails after a second for all of it, and leaves nothing behind", async () => {
    const { database, another, put, ids } = await open();
    const other = another();
    other.exec("begin immediate");
    let turns = 0;
    const timer = setInterval(() => {
      turns += 1;
    }, 10);
    const begun = performance.now();
    const transaction = database.transaction().execute(async () => {});
    const failures = await Promise.all([...[1, 2, 3, 4, 5].map((id) => put(id)), transaction].map(reasonOf));
    clearInterval(timer);
    expect(failures).toEqual(Array(6).fill("busy"));
    expect(performance.now() - begun).toBeGreaterThanOrEqual(1000);
    expect(performance.now() - begun).toBeLessThan(4000);
    expect(turns).toBeGreaterThan(20);
    expect(await ids()).toEqual([]); // whoever reads is not kept waiting
    other.exec("rollback");
    await put(6);
    const second = another();
    expect(idsIn(second)).toEqual([6]);
    expectLeftAlone(second);
  });
});

describe("after a failure", () => {
  it.each<[string, string, string]>([
    ["full", "pragma max_page_count = 1", "insert into thing values (2, randomblob(100000))"],
    ["read_only", "pragma query_only = 1", "insert into thing values (2, null)"],
    ["other", "select 1", "insert into thing values (1, null)"],
    ["other", "select 1", "select * from nowhere"],
  ])("the connection is another one, with nothing of the first: %s", async (reason, prepare, failing) => {
    const { database, another, put } = await open();
    await put(1);
    await sql`create temp table mine (id)`.execute(database);
    await sql.raw(prepare).execute(database);
    expect(await reasonOf(sql.raw(failing).execute(database))).toBe(reason);
    expect(await reasonOf(sql`select * from mine`.execute(database))).toBe("other");
    await put(3);
    const second = another();
    expect(idsIn(second)).toEqual([1, 3]);
    expectLeftAlone(second);
  });

  it("whatever cannot be bound is a failure of the database too, with no value in its words", async () => {
    const { put } = await open();
    const error = await put(1, { marked: true }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(DatabaseFailed);
    expect(String(error)).toBe("DatabaseFailed: other");
  });

  it("nothing is written to a file that is no longer the one that was opened, nor to a new empty one", async () => {
    const { file, put, ids, another } = await open();
    await put(1);
    const copy = databaseFile();
    another().exec(`vacuum into '${copy}'`);
    renameSync(copy, file);
    expect(await reasonOf(put(2))).toBe("replaced");
    expect(await reasonOf(ids())).toBe("replaced");
    expect(idsIn(another())).toEqual([1]);
    rmSync(file);
    expect(await reasonOf(put(3))).toBe("replaced");
  });

  it("what waits when it is closed is done before, and the file is let go of", async () => {
    const { database, file, put, another } = await open();
    const order: string[] = [];
    const transaction = database.transaction().execute(async (own) => {
      await new Promise((resolve) => setTimeout(resolve, 50));
      await own.insertInto("thing").values({ id: 1, value: null }).execute();
    });
    const waiting = [transaction, put(2), put(3)].map((one) => one.then(() => order.push("done")));
    await new Promise((resolve) => setImmediate(resolve));
    await database.destroy().then(() => order.push("closed"));
    await Promise.all(waiting);
    expect(order).toEqual(["done", "done", "done", "closed"]);
    expect(existsSync(`${file}-wal`)).toBe(false); // the last connection to close takes it away
    expect(idsIn(another())).toEqual([1, 2, 3]);
  });

  it("a file that is damaged while it is used says so", async () => {
    const { database, file, put, another } = await open();
    await put(1, "x".repeat(10_000));
    expectLeftAlone(another());
    writeFileSync(file, "this is not a database, and as long as a page of one".repeat(1000));
    await database.destroy().catch(() => {});
    const damaged = new Kysely<Tables>({ dialect: createSqliteDialect(sqliteFile(file)) });
    expect(await reasonOf(damaged.selectFrom("thing").selectAll().execute())).toBe("corrupt");
    await damaged.destroy();
  });
});
