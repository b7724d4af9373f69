import { cutAudit } from "../audit/cut-audit.ts";
import { CLOCKS_DIFFER_MS } from "../clocks-differ.ts";
import type { Log } from "../server-log.ts";
import { failureFields } from "./database-failed.ts";
import type { Database } from "./open-database.ts";
import { type Retention, usualRetention } from "./retention.ts";

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
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
export function keepRemovingOld(database: Database, log: Log, clocks: Clocks, retention: Retention): () => void {
  const timer = setInterval(createRemoval(database, log, clocks, retention), HOUR_MS).unref();
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
 *
 * Several instances on one database each run it, and the bounds are those of one: an instance advances the time only if
 * nobody has written it since its own last run, so each hour counts once. Any may move it back.
 */
export function createRemoval(
  database: Database,
  log: Log,
  { now, monotonic }: Clocks,
  retention: Retention = usualRetention,
): () => Promise<void> {
  let last = { now: now(), monotonic: monotonic() };
  // The earliest clock reading since the kept time was last written.
  let earliest = last.now;
  // The kept time's version at the last run, or at start: null if it is not known.
  let seen: Promise<number | null> = moveBack(database, last.now).catch(() => null);
  return async () => {
    const current = { now: now(), monotonic: monotonic() };
    const passed = current.monotonic - last.monotonic;
    const agree = Math.abs(current.now - last.now - passed) <= CLOCKS_AGREE_MS;
    last = current;
    earliest = Math.min(earliest, current.now);
    if (!agree) log({ event: "removal_put_off" });
    const before = await seen;
    seen = Promise.resolve(null);
    try {
      const atMostBy = agree ? FASTEST * passed : 0;
      const { time, version } = await moveKeptTime(database, { earliest, now: current.now, atMostBy, before });
      seen = Promise.resolve(version);
      earliest = current.now;
      if (agree && time !== null) await removeOld(database, log, time, retention);
    } catch (error) {
      // Nothing depends on this run, and the next one comes in an hour.
      log({ event: "database_failed", use: "removal", ...failureFields(error) });
    }
  };
}

/**
 * Moves the kept time back at start if it is ahead of this clock, in milliseconds: another instance must not remove what this
 * one now dates in its past. @returns the version
 */
async function moveBack(database: Database, now: number): Promise<number | null> {
  const at = new Date(now).toISOString();
  const ahead = database.updateTable("removal_clock").where("at", ">", at);
  await ahead.set(({ eb }) => ({ at, version: eb("version", "+", 1) })).execute();
  const kept = await database.selectFrom("removal_clock").select("version").executeTakeFirst();
  return kept?.version ?? null;
}

interface Move {
  /** All in milliseconds. */
  readonly earliest: number;
  readonly now: number;
  readonly atMostBy: number;
  /** The version that nobody must have written over, or the time does not advance. */
  readonly before: number | null;
}

/**
 * Advances the kept time, or moves it back to the clock's.
 * @returns the new time, in milliseconds, or null if there was none yet or another instance was writing it: then nothing is
 * removed
 */
async function moveKeptTime(
  database: Database,
  { earliest, now, atMostBy, before }: Move,
): Promise<{ readonly time: number | null; readonly version: number | null }> {
  const text = (ms: number) => new Date(ms).toISOString();
  return database.transaction().execute(async (transaction) => {
    const kept = await transaction.selectFrom("removal_clock").select(["at", "version"]).executeTakeFirst();
    if (kept === undefined) {
      const changes = transaction.selectFrom("pin_change").select(({ fn }) => fn.max("updated_at").as("last"));
      const { last } = await changes.executeTakeFirstOrThrow();
      const first = last === null ? earliest : Math.min(earliest, Date.parse(last));
      await transaction
        .insertInto("removal_clock")
        .values({ name: "removal", at: text(first), version: 0, removed_before: null })
        .onConflict((conflict) => conflict.column("name").doNothing())
        .execute();
      return { time: null, version: 0 };
    }
    const advance = kept.version === before ? atMostBy : 0;
    const time = Math.min(now, Math.floor(Math.min(Date.parse(kept.at), earliest) + advance));
    if (time === Date.parse(kept.at)) return { time, version: kept.version };
    const version = kept.version + 1;
    const { numUpdatedRows } = await transaction
      .updateTable("removal_clock")
      .set({ at: text(time), version })
      .where("version", "=", kept.version)
      .executeTakeFirstOrThrow();
    return numUpdatedRows === 1n ? { time, version } : { time: null, version: null };
  });
}

async function removeOld(
  database: Database,
  log: Log,
  now: number,
  { pinChangesMs, auditMs }: Retention,
): Promise<void> {
  const before = (ms: number) => new Date(now - ms).toISOString();
  await removeChanges(database, before(pinChangesMs));
  await database
    .deleteFrom("pin_change")
    .where("content_hash", "is", null)
    .where("updated_at", "<", before(CLOSED_IDS_KEPT_MS))
    .execute();
  for (const table of [
    "counter",
    "demo_token",
    "pending_device",
    "used_proof",
    "adding_key",
    "erased_request",
  ] as const) {
    // Another instance, whose clock is behind, may still need it.
    await database.deleteFrom(table).where("ends_at", "<=", before(CLOCKS_DIFFER_MS)).execute();
  }
  // As for changes, or those of an earlier secret (sign-in/customer-ids.ts) would stay for good, and be nobody's.
  await database.deleteFrom("device_consent").where("seen_at", "<", before(pinChangesMs)).execute();
  const rows = await cutAudit(database, before(auditMs));
  if (rows > 0) log({ event: "audit_cut", before: before(auditMs), rows });
}

/** Removes changes, and notes it first: a server that keeps them for longer must not say that it never received them. */
async function removeChanges(database: Database, before: string): Promise<void> {
  const { oldest } = await database
    .selectFrom("pin_change")
    .select(({ fn }) => fn.min("updated_at").as("oldest"))
    .executeTakeFirstOrThrow();
  if (oldest === null || oldest >= before) return;
  await database
    .updateTable("removal_clock")
    .set({ removed_before: before })
    .where(({ eb, or }) => or([eb("removed_before", "is", null), eb("removed_before", "<", before)]))
    .execute();
  await database.deleteFrom("pin_change").where("updated_at", "<", before).execute();
}
