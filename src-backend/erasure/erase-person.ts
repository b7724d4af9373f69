import { sql } from "kysely";
import { chainOf } from "../audit/audit-row.ts";
import { CLOCKS_DIFFER_MS } from "../clocks-differ.ts";
import type { Database } from "../database/open-database.ts";
import { isShared } from "../database/shared-database.ts";
import type { PinChangeState, PinChangeTable } from "../database/tables.ts";
import { countedActions } from "../limits/counted-action.ts";
import type { RowIds } from "../sign-in/customer-ids.ts";
import { erasedRequestHash } from "./erased-requests.ts";

/** How many rows of each table were removed, and how many of the audit stay. */
export interface Erased {
  readonly removed: Readonly<
    Record<"pin_change" | "counter" | "pending_device" | "demo_token" | "device_consent", number>
  >;
  readonly auditRowsKept: number;
}

/** Nothing was removed: a change is under way, for at most so many seconds more unless it goes on. */
export interface UnderWay {
  readonly underWay: number;
  readonly seconds: number;
}

/** The longest time in which a change request can be confirmed (config.ts, CHANGE_REQUEST_SECONDS). */
const CONFIRMABLE_MS = 60 * 60 * 1000;
/** Beyond the time for which the ledger would have kept it. */
const MARGIN_MS = 24 * 60 * 60 * 1000;

/**
 * Removes what the database knows of a person, in one transaction: all of it, or nothing while a change is under way. Of each
 * change a digest of its id stays for as long as the ledger would have kept it, or the app that sends it once more would have it
 * carried out once more, and one that asks about it would hear that it never arrived.
 * @param now in milliseconds
 * @param keptMs how long the ledger keeps a change
 * @throws DatabaseFailed
 */
export async function erasePerson(
  database: Database,
  rowIds: RowIds,
  now: number,
  keptMs: number,
): Promise<Erased | UnderWay> {
  try {
    return await database.transaction().execute((transaction) => eraseInside(transaction, rowIds, now, keptMs));
  } catch (error) {
    if (error instanceof ChangesUnderWay) return error.toSay;
    throw error;
  }
}

/** Takes back what the transaction has removed. */
class ChangesUnderWay extends Error {
  override readonly name = "ChangesUnderWay";
  readonly toSay: UnderWay;

  /** @param until when nobody can go on with each any more @param now both in milliseconds */
  constructor(until: readonly number[], now: number) {
    super();
    this.toSay = { underWay: until.length, seconds: Math.max(1, Math.ceil((Math.max(...until) - now) / 1000)) };
  }
}

async function eraseInside(transaction: Database, rowIds: RowIds, now: number, keptMs: number): Promise<Erased> {
  const rows = await changesOf(transaction, rowIds);
  const open = rows.map((row) => openUntil(row)).filter((until) => until > now);
  if (open.length > 0) throw new ChangesUnderWay(open, now);
  const ends_at = new Date(now + keptMs + MARGIN_MS).toISOString();
  const known = new Set(rows.map(({ request_id }) => request_id));
  for (const requestId of known) {
    await transaction
      .insertInto("erased_request")
      .values({ request_hash: erasedRequestHash(requestId), ends_at })
      .onConflict((conflict) => conflict.column("request_hash").doUpdateSet({ ends_at }))
      .execute();
  }
  const changes = await transaction
    .deleteFrom("pin_change")
    .where("customer_id", "in", rowIds)
    .returningAll()
    .execute();
  // Committed since the person's changes were read: nothing holds back a request of which there was no row.
  const begun = changes.filter(({ request_id }) => !known.has(request_id));
  if (begun.length > 0) throw new ChangesUnderWay(begun.map(openUntil), now);
  const removed = { pin_change: changes.length, counter: 0, pending_device: 0, demo_token: 0, device_consent: 0 };
  for (const table of ["pending_device", "demo_token", "device_consent"] as const) {
    const own = transaction.deleteFrom(table).where("customer_id", "in", rowIds);
    removed[table] = Number((await own.executeTakeFirstOrThrow()).numDeletedRows);
  }
  for (const rowId of rowIds) removed.counter += await removeCounters(transaction, rowId);
  const audit = transaction.selectFrom("audit_entry").where("chain", "in", rowIds.map(chainOf));
  const { kept } = await audit.select(({ fn }) => fn.countAll().as("kept")).executeTakeFirstOrThrow();
  return { removed, auditRowsKept: Number(kept) };
}

/** The person's changes, which no instance goes on with, nor adds an attempt to, until the transaction ends. Others may begin. */
async function changesOf(transaction: Database, rowIds: RowIds): Promise<readonly PinChangeTable[]> {
  const own = transaction.selectFrom("pin_change").selectAll().where("customer_id", "in", rowIds);
  if (!isShared(transaction)) return own.execute();
  // In the order in which they are asked for, so that two erasures never wait for each other. The same lock as takeRequest's.
  const { rows } = await sql<{ request_id: string }>`
    select request_id, pg_advisory_xact_lock(hashtextextended(request_id, 0)) from
      (select distinct request_id from pin_change where customer_id in (${sql.join(rowIds)}) order by request_id) as each_one
  `.execute(transaction);
  return rows.length === 0 ? [] : own.forUpdate().execute();
}

/** When nobody can go on with a change any more, in milliseconds, by the clock of whoever had it; of one that has ended, the past. */
function openUntil({ state, held_until, updated_at }: PinChangeTable): number {
  if (waitsForAnswer.has(state)) {
    // Without one it is of a version before, which held nothing for longer.
    const heldUntil = held_until === null ? Date.parse(updated_at) + CONFIRMABLE_MS : Date.parse(held_until);
    return heldUntil + CLOCKS_DIFFER_MS;
  }
  return waitsForCustomer.has(state) ? Date.parse(updated_at) + CONFIRMABLE_MS + CLOCKS_DIFFER_MS : 0;
}

const waitsForAnswer: ReadonlySet<PinChangeState> = new Set(["received", "started", "confirming"]);
const waitsForCustomer: ReadonlySet<PinChangeState> = new Set(["authorization_required", "awaiting_confirmation"]);

/** A counter's name is an action, a row id and perhaps a device, with a space between them (limits/limits.ts). */
async function removeCounters(transaction: Database, rowId: string): Promise<number> {
  const { numDeletedRows } = await transaction
    .deleteFrom("counter")
    .where(({ eb, or }) =>
      or(
        countedActions.map((action) => {
          const start = `${action} ${rowId} `;
          // The space behind it, or the customer's own counters would begin like another one's.
          return eb(sql<string>`substr(name || ' ', 1, cast(${start.length} as integer))`, "=", start);
        }),
      ),
    )
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}
