import { DatabaseSync } from "node:sqlite";
import { DatabaseUnusable } from "./database-unusable.ts";
import { migrations } from "./migrations.ts";

/** At start nobody else has to wait, so SQLite itself waits for the lock. */
const BUSY_TIMEOUT_MS = 1000;

/**
 * Checks a database file before changing anything in it, because it may belong to another program: it must be whole, ours,
 * and of no later version. Reads every page, so that damage is found now and not by the one customer whose row is on it.
 * @throws DatabaseUnusable, or as SQLite has it
 */
export function inspectDatabase(file: string): void {
  const database = new DatabaseSync(file, { timeout: BUSY_TIMEOUT_MS });
  try {
    const found = database.prepare("PRAGMA quick_check(1)").get();
    if (found?.quick_check !== "ok") throw new DatabaseUnusable(undefined, "damaged");
    const tables = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all();
    if (tables.length === 0) return;
    // Kysely's own table of the migrations that were carried out.
    if (!tables.some(({ name }) => name === "kysely_migration")) throw new DatabaseUnusable(undefined, "foreign");
    const done = database.prepare("SELECT name FROM kysely_migration").all();
    if (done.some(({ name }) => migrations[String(name)] === undefined)) throw new DatabaseUnusable(undefined, "newer");
  } finally {
    database.close();
  }
}
