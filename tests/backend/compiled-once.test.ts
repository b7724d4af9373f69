// A statement that was compiled for one run, and is run with the values of another.
import { sql } from "kysely";
import { expect, it } from "vitest";
import { compiledOnce } from "../../src-backend/database/compiled-once.ts";
import type { Database } from "../../src-backend/database/open-database.ts";
import { openOwnDatabase } from "./own-database.ts";

interface Counter {
  name: string;
  used: number;
}

/** Statements, and how often each was built. */
function statements() {
  const built = { put: 0, find: 0 };
  const put = compiledOnce<Counter & { ends_at: string }, Counter>((inside, value) => {
    built.put += 1;
    const values = { name: value("name"), used: value("used"), ends_at: value("ends_at") };
    return inside.insertInto("counter").values(values).returning(["name", "used"]);
  });
  const find = compiledOnce<{ names: string[]; least: number | null }, { name: string }>((_, value) => {
    built.find += 1;
    const least = value("least");
    return sql`select name from counter where name in (${sql.join(value("names"))}) and used >= coalesce(${least}, 2) order by name`;
  });
  const found = async (inside: Database, names: string[], least: number | null = 0) =>
    (await find(inside, { names, least })).rows.map(({ name }) => name);
  return { built, put, found };
}

it("has each run's own values, and answers with its rows", async () => {
  const database = await openOwnDatabase();
  const { built, put, found } = statements();
  expect((await put(database, { name: "a", used: 1, ends_at: "2027" })).rows).toEqual([{ name: "a", used: 1 }]);
  expect((await put(database, { name: "b", used: 2, ends_at: "2028" })).rows).toEqual([{ name: "b", used: 2 }]);
  expect(await database.selectFrom("counter").select(["name", "ends_at"]).orderBy("name").execute()).toEqual([
    { name: "a", ends_at: "2027" },
    { name: "b", ends_at: "2028" },
  ]);
  expect(await found(database, ["a"])).toEqual(["a"]);
  expect(await found(database, ["b"], 3)).toEqual([]);
  expect(await found(database, ["b"], null)).toEqual(["b"]);
  expect(built).toEqual({ put: 1, find: 1 });
});

it("has a statement for each length of a list", async () => {
  const database = await openOwnDatabase();
  const { built, put, found } = statements();
  for (const name of ["a", "b", "c"]) await put(database, { name, used: 1, ends_at: "2027" });
  expect(await found(database, ["a", "c"])).toEqual(["a", "c"]);
  expect(await found(database, ["b"])).toEqual(["b"]);
  expect(await found(database, ["c", "b", "a"])).toEqual(["a", "b", "c"]);
  expect(await found(database, ["b", "x"])).toEqual(["b"]);
  expect(built.find).toBe(3);
});

it("runs in the transaction that it is given, and is taken back with it", async () => {
  const database = await openOwnDatabase();
  const { put, found } = statements();
  await put(database, { name: "before", used: 1, ends_at: "2027" });
  const taking = database.transaction().execute(async (inside) => {
    await put(inside, { name: "inside", used: 1, ends_at: "2027" });
    expect(await found(inside, ["before", "inside"])).toEqual(["before", "inside"]);
    throw new Error("taken back");
  });
  await expect(taking).rejects.toThrow("taken back");
  expect(await found(database, ["before", "inside"])).toEqual(["before"]);
});

it("is built anew for another database, with its dialect", async () => {
  const { built, put } = statements();
  for (const one of [await openOwnDatabase(), await openOwnDatabase()])
    await put(one, { name: "a", used: 1, ends_at: "2027" });
  expect(built.put).toBe(2);
});
