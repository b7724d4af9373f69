import { appendAudit } from "../audit/append-audit.ts";
import type { Log } from "../server-log.ts";
import type { Database } from "./open-database.ts";
import type { Clocks } from "./remove-old.ts";
import { type Retention, usualRetention } from "./retention.ts";

/** Covers small clock differences and a request's time in transit. */
const MARGIN_MS = 60 * 60 * 1000;
const DAY_MS = 24 * MARGIN_MS;

/**
 * Whether a change that is not in the ledger may have been lost: by a restored backup, for as long as changes are kept, or with
 * the secret of its id, unless it began after this server started; or by age.
 * @param begunSecondsAgo the change's age by the app's clock; undefined if the app does not say
 */
export type MayHaveForgotten = (begunSecondsAgo: number | undefined) => boolean;

/** Marks a copy as a restorable backup for the next server on it. @param madeAt not later than the copying */
export async function markRestorable(copy: Database, madeAt: number): Promise<void> {
  await copy
    .insertInto("restore_mark")
    .values({ made_at: new Date(madeAt).toISOString(), restored_at: null })
    .execute();
}

/** The same for a copy made by other means, dated by its newest row. */
export async function markRestored(copy: Database, now: () => number): Promise<void> {
  const { last } = await copy
    .selectFrom("pin_change")
    .select(({ fn }) => fn.max("updated_at").as("last"))
    .executeTakeFirstOrThrow();
  await markRestorable(copy, last === null ? now() - usualRetention.pinChangesMs : Date.parse(last));
}

/**
 * Reads what this database may have lost. On the first start on a copy it notes that, and sets changes that were open in it
 * to unknown, because they may have been carried out since. Consents count no more. Of several instances that start at once, one notes it, and the
 * others wait for its transaction and then read the same. A file copied by other means has no mark, and looks like the
 * original.
 * @param lostRows how many rows need a secret that this server was not given (lost-rows.ts)
 */
export async function startOnRestored(
  database: Database,
  log: Log,
  { now, monotonic }: Clocks,
  lostRows: number,
  { pinChangesMs }: Retention = usualRetention,
): Promise<MayHaveForgotten> {
  const at = new Date(now()).toISOString();
  const leftOpen = await database.transaction().execute(async (transaction) => {
    const restored = transaction.updateTable("restore_mark").set({ restored_at: at }).where("restored_at", "is", null);
    if ((await restored.executeTakeFirstOrThrow()).numUpdatedRows === 0n) return null;
    const open = transaction
      .updateTable("pin_change")
      .set(({ eb }) => ({
        state: "unknown",
        problem: null,
        updated_at: at,
        version: eb("version", "+", 1),
        held_until: null,
      }))
      .where("state", "in", ["received", "started", "authorization_required", "awaiting_confirmation", "confirming"])
      .returningAll();
    const ended = await open.execute();
    // In one order, so that two transactions never each wait for the other's chain.
    for (const row of ended.toSorted((a, b) => a.customer_id.localeCompare(b.customer_id))) {
      await appendAudit(transaction, row);
    }
    // One of them may have been withdrawn since: each customer is asked anew.
    await transaction.updateTable("device_consent").set({ counts: 0 }).where("counts", "=", 1).execute();
    return ended.length;
  });
  if (leftOpen !== null) log({ event: "database_restored", left_open: leftOpen });

  const startedAt = monotonic();
  const marks = await database.selectFrom("restore_mark").select("restored_at").execute();
  const restoredAt = marks.map(({ restored_at }) => Date.parse(restored_at ?? at));
  const isIncomplete = () => lostRows > 0 || restoredAt.some((time) => now() - time < pinChangesMs + MARGIN_MS);
  const clock = await database.selectFrom("removal_clock").select("removed_before").executeTakeFirst();
  // Of a time when less was kept, too.
  const removedBefore = clock?.removed_before == null ? null : Date.parse(clock.removed_before) + MARGIN_MS;
  // Of a question that does not say its age: whether it may be about one that is usually still there.
  const lacksUsual = () => removedBefore !== null && now() - removedBefore < usualRetention.pinChangesMs - DAY_MS;
  return (begunSecondsAgo) => {
    if (begunSecondsAgo === undefined) return isIncomplete() || lacksUsual();
    const ageMs = begunSecondsAgo * 1000;
    // This server would know a change that began while it runs, whatever happens to the clock.
    const isOfThisServer = ageMs + MARGIN_MS < monotonic() - startedAt;
    const wasRemoved = removedBefore !== null && now() - ageMs < removedBefore;
    return ageMs > pinChangesMs - MARGIN_MS || wasRemoved || (isIncomplete() && !isOfThisServer);
  };
}
