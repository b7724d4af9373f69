import { PostgresAdapter, sql } from "kysely";
import type { Database } from "./open-database.ts";

/**
 * Whether other instances may use this database at the same time. A SQLite file has one server (server-lock.ts), so what its
 * rows say is under way, and this process does not know, was abandoned.
 */
export function isShared(database: Database): boolean {
  return database.getExecutor().adapter instanceof PostgresAdapter;
}

/**
 * Waits until no other transaction works on the request of this id, and keeps it from others until this one ends. It is for
 * what no key of the table can hold: that a request has no row under an id that this instance does not know
 * (docs/decisions/0014-two-customer-ids.md). SQLite has one writing transaction at a time. The lock is the transaction's, so
 * it ends with its connection, and works behind a pooler that lends connections for a transaction.
 */
export async function takeRequest(transaction: Database, requestId: string): Promise<void> {
  if (!isShared(transaction)) return;
  await sql`select pg_advisory_xact_lock(hashtextextended(${requestId}, 0))`.execute(transaction);
}
