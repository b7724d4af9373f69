import type { Log } from "../server-log.ts";
import type { Database } from "./open-database.ts";
import { type Clocks, PIN_CHANGES_KEPT_MS } from "./remove-old.ts";

/** Covers small clock differences and a request's time in transit. */
const MARGIN_MS = 60 * 60 * 1000;

/**
 * Whether a change that is not in the ledger may have been lost: by a restored backup, for ninety days afterwards, or with
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
  await markRestorable(copy, last === null ? now() - PIN_CHANGES_KEPT_MS : Date.parse(last));
}

/**
 * Reads what this database may have lost. On the first start on a copy it notes that, and sets changes that were open in it
 * to unknown, because they may have been carried out since. Of several instances that start at once, one notes it, and the
 * others wait for its transaction and then read the same. A file copied by other means has no mark, and looks like the
 * original.
 * @param lostRows how many rows need a secret that this server was not given (lost-rows.ts)
 */
export async function startOnRestored(
  database: Database,
  log: Log,
  { now, monotonic }: Clocks,
  lostRows: number,
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
      .where("state", "in", ["received", "started", "authorization_required", "awaiting_confirmation", "confirming"]);
    return Number((await open.executeTakeFirstOrThrow()).numUpdatedRows);
  });
  if (leftOpen !== null) log({ event: "database_restored", left_open: leftOpen });

  const startedAt = monotonic();
  const marks = await database.selectFrom("restore_mark").select("restored_at").execute();
  const restoredAt = marks.map(({ restored_at }) => Date.parse(restored_at ?? at));
  const isIncomplete = () => lostRows > 0 || restoredAt.some((time) => now() - time < PIN_CHANGES_KEPT_MS + MARGIN_MS);
  return (begunSecondsAgo) => {
    if (begunSecondsAgo === undefined) return isIncomplete();
    const ageMs = begunSecondsAgo * 1000;
    // This server would know a change that began while it runs, whatever happens to the clock.
    const isOfThisServer = ageMs + MARGIN_MS < monotonic() - startedAt;
    return ageMs > PIN_CHANGES_KEPT_MS - MARGIN_MS || (isIncomplete() && !isOfThisServer);
  };
}
