import { DatabaseSync } from "node:sqlite";
import { DatabaseUnusable } from "./database-unusable.ts";
import { migrations } from "./migrations.ts";

/** At start nothing else runs, so SQLite itself may block while it waits for the lock. */
const BUSY_TIMEOUT_MS = 1000;

/**
 * Checks a database file before changing anything in it, because it may belong to another program: it must be undamaged,
 * ours, and not from a later version. Reads every page to find damage now, before a customer whose row is on it does.
 * @throws DatabaseUnusable, or SQLite's own error
 */
export function inspectDatabase(file: string): void {
  const database = new DatabaseSync(file, { timeout: BUSY_TIMEOUT_MS });
  try {
    const found = database.prepare("PRAGMA quick_check(1)").get();
    if (found?.quick_check !== "ok") throw new DatabaseUnusable(undefined, "damaged");
    const tables = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all();
    if (tables.length === 0) return;
    // Kysely's own table of completed migrations.
    if (!tables.some(({ name }) => name === "kysely_migration")) throw new DatabaseUnusable(undefined, "foreign");
    const done = database.prepare("SELECT name FROM kysely_migration").all();
    if (done.some(({ name }) => migrations[String(name)] === undefined)) throw new DatabaseUnusable(undefined, "newer");
  } finally {
    database.close();
  }
}
