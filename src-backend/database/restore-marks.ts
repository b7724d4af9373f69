import type { Log } from "../server-log.ts";
import type { Database } from "./open-database.ts";
import { type Clocks, PIN_CHANGES_KEPT_MS } from "./remove-old.ts";

/** Clocks differ a little, and a request is on its way for a while. */
const MARGIN_MS = 60 * 60 * 1000;

/**
 * Whether a change that the ledger does not know may be one that it has forgotten: by a restored backup, for ninety days
 * after it, unless it was begun since this server has started; or by age.
 * @param begunSecondsAgo by the app's clock, at the app's asking; undefined where the app does not say
 */
export type MayHaveForgotten = (begunSecondsAgo: number | undefined) => boolean;

/** Leaves the mark in a copy that tells the server that starts on it what it is. @param madeAt not after the copying */
export async function markRestorable(copy: Database, madeAt: number): Promise<void> {
  await copy
    .insertInto("restore_mark")
    .values({ made_at: new Date(madeAt).toISOString(), restored_at: null })
    .execute();
}

/** The same for a copy that was made by other means: it has the last row that was written before it was made. */
export async function markRestored(copy: Database, now: () => number): Promise<void> {
  const { last } = await copy
    .selectFrom("pin_change")
    .select(({ fn }) => fn.max("updated_at").as("last"))
    .executeTakeFirstOrThrow();
  await markRestorable(copy, last === null ? now() - PIN_CHANGES_KEPT_MS : Date.parse(last));
}

/**
 * Reads what this database may have forgotten. Where it is a copy on which no server has started yet, that is noted; and
 * what was open when it was made may have been carried out since, so it is unknown. A file that was copied by other means
 * has no mark and cannot be told from the original.
 */
export async function startOnRestored(
  database: Database,
  log: Log,
  { now, monotonic }: Clocks,
): Promise<MayHaveForgotten> {
  const at = new Date(now()).toISOString();
  const leftOpen = await database.transaction().execute(async (transaction) => {
    const restored = transaction.updateTable("restore_mark").set({ restored_at: at }).where("restored_at", "is", null);
    if ((await restored.executeTakeFirstOrThrow()).numUpdatedRows === 0n) return null;
    const open = transaction
      .updateTable("pin_change")
      .set({ state: "unknown", problem: null, updated_at: at })
      .where("state", "in", ["received", "started", "authorization_required", "awaiting_confirmation", "confirming"]);
    return Number((await open.executeTakeFirstOrThrow()).numUpdatedRows);
  });
  if (leftOpen !== null) log({ event: "database_restored", left_open: leftOpen });

  const startedAt = monotonic();
  const marks = await database.selectFrom("restore_mark").select("restored_at").execute();
  const restoredAt = marks.map(({ restored_at }) => Date.parse(restored_at ?? at));
  const isRestored = () => restoredAt.some((time) => now() - time < PIN_CHANGES_KEPT_MS + MARGIN_MS);
  return (begunSecondsAgo) => {
    if (begunSecondsAgo === undefined) return isRestored();
    const ageMs = begunSecondsAgo * 1000;
    // This server would know of a change that was begun while it runs. No clock that is put right changes that.
    const isOfThisServer = ageMs + MARGIN_MS < monotonic() - startedAt;
    return ageMs > PIN_CHANGES_KEPT_MS - MARGIN_MS || (isRestored() && !isOfThisServer);
  };
}
