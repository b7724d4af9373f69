import type { Log } from "../server-log.ts";
import { DatabaseUnusable } from "./database-unusable.ts";
import { type Database, openDatabase } from "./open-database.ts";
import { type ServerLock, takeServerLock } from "./server-lock.ts";

/**
 * Opens the database for one server exclusively, until it is closed. If it is unusable, the log says why.
 * @throws DatabaseUnusable
 */
export async function openServerDatabase(
  file: string,
  log: Log,
): Promise<{ readonly database: Database; readonly close: () => Promise<void> }> {
  let lock: ServerLock | undefined;
  try {
    const { giveUp, requireHeld } = takeServerLock(file);
    lock = { giveUp, requireHeld };
    const database = await openDatabase(file, log, requireHeld);
    return { database, close: () => database.destroy().finally(giveUp) };
  } catch (error) {
    lock?.giveUp();
    if (error instanceof DatabaseUnusable) {
      const { reason, sqliteCode } = error;
      log({ event: "database_unusable", reason, ...(sqliteCode !== undefined && { sqlite_code: sqliteCode }) });
    }
    throw error;
  }
}
