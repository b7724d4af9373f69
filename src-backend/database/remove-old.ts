import type { Log } from "../log.ts";
import { databaseFailure } from "./database-failed.ts";
import type { Database } from "./open-database.ts";

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
/** Long after anybody asks what became of a PIN change. */
export const PIN_CHANGES_KEPT_MS = 90 * DAY_MS;
/** What only closes an id, without a request: anybody can have such rows written for ids that they have made up. */
const CLOSED_IDS_KEPT_MS = DAY_MS;
/** How far the two clocks may part in an hour. A jump, or a computer that slept, is more. */
const CLOCKS_AGREE_MS = 60 * 1000;

/** The computer's clock, which can be put forward or back, and one that only ever runs on. Both in milliseconds. */
export interface Clocks {
  readonly now: () => number;
  readonly monotonic: () => number;
}

/** Removes what is no longer needed, once an hour. Answers how to stop that. */
export function keepRemovingOld(database: Database, log: Log, clocks: Clocks): () => void {
  const timer = setInterval(createRemoval(database, log, clocks), HOUR_MS).unref();
  return () => clearInterval(timer);
}

/**
 * Creates one removal, to be run again and again. It removes only while the computer's clock has run like the monotonic
 * one since the last time: a clock that was put forward must not cost the ledger a row that somebody still asks for.
 */
export function createRemoval(database: Database, log: Log, { now, monotonic }: Clocks): () => Promise<void> {
  let last = { now: now(), monotonic: monotonic() };
  return async () => {
    const current = { now: now(), monotonic: monotonic() };
    const apart = current.now - last.now - (current.monotonic - last.monotonic);
    last = current;
    if (Math.abs(apart) > CLOCKS_AGREE_MS) {
      log({ event: "removal_put_off" });
      return;
    }
    try {
      await removeOld(database, current.now);
    } catch (error) {
      // Nothing depends on it now; in an hour is another try.
      log({ event: "database_failed", use: "removal", reason: databaseFailure(error) });
    }
  };
}

async function removeOld(database: Database, now: number): Promise<void> {
  const before = (ms: number) => new Date(now - ms).toISOString();
  await database.deleteFrom("pin_change").where("updated_at", "<", before(PIN_CHANGES_KEPT_MS)).execute();
  await database
    .deleteFrom("pin_change")
    .where("content_hash", "is", null)
    .where("updated_at", "<", before(CLOSED_IDS_KEPT_MS))
    .execute();
  for (const table of ["counter", "demo_token", "pending_device"] as const) {
    await database.deleteFrom(table).where("ends_at", "<=", before(0)).execute();
  }
}
