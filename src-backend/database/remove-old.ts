import type { Log } from "../server-log.ts";
import { databaseFailure } from "./database-failed.ts";
import type { Database } from "./open-database.ts";

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
/** Long after anybody asks what became of a PIN change. */
export const PIN_CHANGES_KEPT_MS = 90 * DAY_MS;
/** For rows that only close an id, without a request: anybody can have them written for ids that they have made up. */
const CLOSED_IDS_KEPT_MS = DAY_MS;
/** How far the two clocks may part in an hour. A jump, or a computer that slept, parts them further. */
const CLOCKS_AGREE_MS = 60 * 1000;
/** How much faster than the monotonic clock the removal's own time may go: a day in an hour. */
const FASTEST = 24;

/** The computer's clock, which can be put forward or back, and one that only ever runs on. Both in milliseconds. */
export interface Clocks {
  readonly now: () => number;
  readonly monotonic: () => number;
}

/** Removes what is no longer needed, once an hour. @returns what stops that */
export function keepRemovingOld(database: Database, log: Log, clocks: Clocks): () => void {
  const timer = setInterval(createRemoval(database, log, clocks), HOUR_MS).unref();
  return () => clearInterval(timer);
}

/**
 * Creates one removal, to be run again and again. It goes by a time of its own, kept in the database, so that a clock that
 * is wrong does not cost the ledger a row that somebody still asks for. That time is never after the computer's clock,
 * goes forward by 24 times the monotonic time between two runs at most, and stands still where the two clocks part.
 *
 * The bound: for each hour that the server runs with a clock that is ahead, a row goes one day too early at most; a row
 * dated by a clock that was behind at a run, or at start, stays for a twenty-fourth of its time at least. What the clock
 * does between two runs and takes back is not seen. Downtime is caught up with at a day an hour.
 */
export function createRemoval(database: Database, log: Log, { now, monotonic }: Clocks): () => Promise<void> {
  let last = { now: now(), monotonic: monotonic() };
  // The earliest that the clock was seen to show since the kept time was last written.
  let earliest = last.now;
  return async () => {
    const current = { now: now(), monotonic: monotonic() };
    const passed = current.monotonic - last.monotonic;
    const agree = Math.abs(current.now - last.now - passed) <= CLOCKS_AGREE_MS;
    last = current;
    earliest = Math.min(earliest, current.now);
    if (!agree) log({ event: "removal_put_off" });
    try {
      const time = await moveKeptTime(database, earliest, current.now, agree ? FASTEST * passed : 0);
      earliest = current.now;
      if (agree && time !== null) await removeOld(database, time);
    } catch (error) {
      // Nothing depends on it now, and the next try comes in an hour.
      log({ event: "database_failed", use: "removal", reason: databaseFailure(error) });
    }
  };
}

/**
 * Moves the kept time on, or back to where the clock was. All in milliseconds.
 * @returns it, or null where there was none yet, so that nothing is to be removed
 */
async function moveKeptTime(
  database: Database,
  earliest: number,
  now: number,
  atMostBy: number,
): Promise<number | null> {
  return database.transaction().execute(async (transaction) => {
    const kept = await transaction.selectFrom("removal_clock").select("at").executeTakeFirst();
    if (kept === undefined) {
      const changes = transaction.selectFrom("pin_change").select(({ fn }) => fn.max("updated_at").as("last"));
      const { last } = await changes.executeTakeFirstOrThrow();
      const first = last === null ? earliest : Math.min(earliest, Date.parse(last));
      await transaction
        .insertInto("removal_clock")
        .values({ at: new Date(first).toISOString() })
        .execute();
      return null;
    }
    const time = Math.min(now, Math.floor(Math.min(Date.parse(kept.at), earliest) + atMostBy));
    await transaction
      .updateTable("removal_clock")
      .set({ at: new Date(time).toISOString() })
      .execute();
    return time;
  });
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
