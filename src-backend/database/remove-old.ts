import type { Log } from "../log.ts";
import { databaseFailure } from "./must-record.ts";
import type { Database } from "./open-database.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
/** Long after anybody asks what became of a PIN change. */
const PIN_CHANGES_KEPT_MS = 90 * DAY_MS;

/** Removes what is no longer needed, now and once a day. Answers how to stop that. */
export async function keepRemovingOld(database: Database, log: Log, now: () => number): Promise<() => void> {
  const remove = async (): Promise<void> => {
    try {
      await removeOld(database, now());
    } catch (error) {
      // Nothing depends on it today; tomorrow is another try.
      log({ event: "database_failed", use: "removal", reason: databaseFailure(error) });
    }
  };
  await remove();
  const timer = setInterval(remove, DAY_MS).unref();
  return () => clearInterval(timer);
}

async function removeOld(database: Database, now: number): Promise<void> {
  const longAgo = new Date(now - PIN_CHANGES_KEPT_MS).toISOString();
  await database.deleteFrom("pin_change").where("updated_at", "<", longAgo).execute();
  const ended = new Date(now).toISOString();
  for (const table of ["counter", "demo_token", "pending_device"] as const) {
    await database.deleteFrom(table).where("ends_at", "<=", ended).execute();
  }
}
