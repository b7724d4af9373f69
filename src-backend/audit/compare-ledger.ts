import type { Database } from "../database/open-database.ts";
import type { PinChangeTable } from "../database/tables.ts";
import { auditOf } from "./audit-row.ts";

/** How the ledger's rows stand to what the audit says of them. */
export interface LedgerComparison {
  readonly rows: number;
  /** Rows with a write that the audit does not have: of a version before there was one. */
  readonly notAudited: number;
  /** Rows that are not as the audit says they were written. */
  readonly differing: number;
}

const ROWS_AT_ONCE = 200;

/** Compares each row of the ledger with its last one in the audit, also while servers work. */
export async function compareLedger(database: Database): Promise<LedgerComparison> {
  const found = { rows: 0, notAudited: 0, differing: 0 };
  for (let after: PinChangeTable | undefined; ; ) {
    const some = await rowsAfter(database, after);
    for (const row of some) {
      found.rows += 1;
      const verdict = await compare(database, row);
      if (verdict !== "same") found[verdict] += 1;
    }
    after = some.at(-1);
    if (after === undefined) return found;
  }
}

async function compare(database: Database, row: PinChangeTable): Promise<"same" | "notAudited" | "differing"> {
  const { chain, request, row_digest } = auditOf(row);
  const last = await database
    .selectFrom("audit_entry")
    .select(["version", "row_digest"])
    .where("chain", "=", chain)
    .where("request", "=", request)
    .where("attempt", "=", row.attempt)
    .orderBy("number", "desc")
    .limit(1)
    .executeTakeFirst();
  if (last?.version === row.version && last.row_digest === row_digest) return "same";
  // Written, or removed by age, since it was read: then the next comparison is about it.
  const again = await keyed(database, row).where("version", "=", row.version).executeTakeFirst();
  if (again === undefined) return "same";
  return last === undefined || last.version < row.version ? "notAudited" : "differing";
}

function keyed(database: Database, { customer_id, request_id, attempt }: PinChangeTable) {
  return database
    .selectFrom("pin_change")
    .select("version")
    .where("customer_id", "=", customer_id)
    .where("request_id", "=", request_id)
    .where("attempt", "=", attempt);
}

async function rowsAfter(database: Database, after: PinChangeTable | undefined): Promise<readonly PinChangeTable[]> {
  return database
    .selectFrom("pin_change")
    .selectAll()
    .$if(after !== undefined, (query) =>
      query.where(({ eb, refTuple, tuple }) =>
        eb(
          refTuple("customer_id", "request_id", "attempt"),
          ">",
          tuple(after?.customer_id ?? "", after?.request_id ?? "", after?.attempt ?? 0),
        ),
      ),
    )
    .orderBy("customer_id")
    .orderBy("request_id")
    .orderBy("attempt")
    .limit(ROWS_AT_ONCE)
    .execute();
}
