import type { Log } from "../server-log.ts";
import { databaseFailure } from "./database-failed.ts";
import type { Database } from "./open-database.ts";

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
/** Nobody asks about a PIN change after this long. */
export const PIN_CHANGES_KEPT_MS = 90 * DAY_MS;
/** For rows that only close an id, without a request: anybody can cause them with invented ids. */
const CLOSED_IDS_KEPT_MS = DAY_MS;
/** How far the two clocks may drift apart in an hour. After a jump or a sleep they differ more. */
const CLOCKS_AGREE_MS = 60 * 1000;
/** How much faster than the monotonic clock the removal's own time may advance: a day in an hour. */
const FASTEST = 24;

/** The computer's clock, which can be set, and a monotonic clock. Both in milliseconds. */
export interface Clocks {
  readonly now: () => number;
  readonly monotonic: () => number;
}

/** Removes old rows once an hour. @returns a function that stops it */
export function keepRemovingOld(database: Database, log: Log, clocks: Clocks): () => void {
  const timer = setInterval(createRemoval(database, log, clocks), HOUR_MS).unref();
  return () => clearInterval(timer);
}

/**
 * Creates a removal to run repeatedly. It keeps its own time in the database, so a wrong clock cannot delete a row that
 * somebody still asks for. That time never passes the computer's clock, advances at most 24 times as fast as the monotonic
 * clock between two runs, and stops while the two clocks disagree.
 *
 * The bounds: for each hour that the server runs with a clock that is ahead, a row is removed at most one day early. A row
 * dated while the clock was behind, at a run or at start, stays for at least a twenty-fourth of its time. A clock error that
 * is corrected between two runs goes unnoticed. After downtime the time catches up at a day per hour.
 */
export function createRemoval(database: Database, log: Log, { now, monotonic }: Clocks): () => Promise<void> {
  let last = { now: now(), monotonic: monotonic() };
  // The earliest clock reading since the kept time was last written.
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
      // Nothing depends on this run, and the next one comes in an hour.
      log({ event: "database_failed", use: "removal", reason: databaseFailure(error) });
    }
  };
}

/**
 * Advances the kept time, or moves it back to the clock's. All in milliseconds.
 * @returns the new time, or null if there was none yet: then nothing is removed
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
  for (const table of ["counter", "demo_token", "pending_device", "used_proof"] as const) {
    await database.deleteFrom(table).where("ends_at", "<=", before(0)).execute();
  }
}
