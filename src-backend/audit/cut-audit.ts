import type { Database } from "../database/open-database.ts";

const ROWS_AT_ONCE = 500;

/**
 * Removes what is dated before this, from the start of each chain to the first row that is not. The chain's head then says what
 * its first row follows, so the rest can still be verified; a chain of which nothing is left is gone with its head.
 * @returns how many rows it removed
 */
export async function cutAudit(database: Database, before: string): Promise<number> {
  let removed = 0;
  // By date, which has an index: asked for by chain, SQLite reads every row of the audit, and this process waits for it.
  for (let after = { at: "", hash: "" }; ; ) {
    const some = await database
      .selectFrom("audit_entry")
      .select(["at", "hash", "chain"])
      .where("at", ">=", after.at)
      .where("at", "<", before)
      .where(({ eb, or }) => or([eb("at", ">", after.at), eb("hash", ">", after.hash)]))
      .orderBy("at")
      .orderBy("hash")
      .limit(ROWS_AT_ONCE)
      .execute();
    for (const chain of new Set(some.map((row) => row.chain))) {
      removed += await database.transaction().execute((transaction) => cutChain(transaction, chain, before));
    }
    const end = some.at(-1);
    if (end === undefined) return removed;
    after = end;
  }
}

async function cutChain(transaction: Database, chain: string, before: string): Promise<number> {
  // The chain's lock: nobody appends until this is done (append-audit.ts). One without a head is broken, and stays as it is.
  const head = await transaction
    .updateTable("audit_head")
    .set(({ ref }) => ({ number: ref("number") }))
    .where("chain", "=", chain)
    .returning(["number", "cut_number"])
    .executeTakeFirst();
  if (head === undefined) return 0;
  const kept = await transaction
    .selectFrom("audit_entry")
    .select("number")
    .where("chain", "=", chain)
    .where("at", ">=", before)
    .orderBy("number")
    .limit(1)
    .executeTakeFirst();
  const upTo = kept === undefined ? head.number : kept.number - 1;
  const last = await transaction
    .selectFrom("audit_entry")
    .select("hash")
    .where("chain", "=", chain)
    .where("number", "=", upTo)
    .executeTakeFirst();
  // Nothing to cut, or a row is missing there: then what is left of the chain stays, to be found.
  if (last === undefined) return 0;
  await noteCut(transaction, before);
  const rows = transaction.deleteFrom("audit_entry").where("chain", "=", chain).where("number", "<=", upTo);
  const { numDeletedRows } = await rows.executeTakeFirstOrThrow();
  if (kept === undefined) await transaction.deleteFrom("audit_head").where("chain", "=", chain).execute();
  else {
    const cut = { cut_number: upTo, cut_hash: last.hash };
    await transaction.updateTable("audit_head").set(cut).where("chain", "=", chain).execute();
  }
  return Number(numDeletedRows);
}

/** So that nobody takes what is missing before this for a loss. */
async function noteCut(transaction: Database, before: string): Promise<void> {
  await transaction
    .insertInto("audit_cut")
    .values({ name: "audit", before })
    .onConflict((conflict) => conflict.column("name").doUpdateSet({ before }).where("audit_cut.before", "<", before))
    .execute();
}
