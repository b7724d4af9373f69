import { DatabaseSync } from "node:sqlite";
import { DatabaseUnusable } from "./database-unusable.ts";
import { findPending } from "./pending-migrations.ts";

/** At start nothing else runs, so SQLite itself may block while it waits for the lock. */
const BUSY_TIMEOUT_MS = 1000;

/**
 * Checks a database file before changing anything in it, because it may belong to another program: it must be undamaged,
 * ours, and fit for this version. Reads every page to find damage now, before a customer whose row is on it does.
 * @param known the migrations of this version, by name
 * @returns the names of those that the file lacks
 * @throws DatabaseUnusable, or SQLite's own error
 */
export function inspectDatabase(file: string, known: readonly string[]): readonly string[] {
  const database = new DatabaseSync(file, { timeout: BUSY_TIMEOUT_MS });
  try {
    const found = database.prepare("PRAGMA quick_check(1)").get();
    if (found?.quick_check !== "ok") throw new DatabaseUnusable(undefined, "damaged");
    const tables = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all();
    if (tables.length === 0) return known;
    // Kysely's own table of completed migrations.
    if (!tables.some(({ name }) => name === "kysely_migration")) throw new DatabaseUnusable(undefined, "foreign");
    const done = database.prepare("SELECT name FROM kysely_migration").all();
    const pending = findPending(
      done.map(({ name }) => String(name)),
      known,
    );
    if (typeof pending === "string") throw new DatabaseUnusable(undefined, pending);
    return pending;
  } finally {
    database.close();
  }
}
