import { sql } from "kysely";
import type { Database } from "../database/open-database.ts";
import { countedActions } from "../limits/counted-action.ts";
import { markOfSecret, type RowSecrets } from "../sign-in/customer-ids.ts";

/** The length of a secret's mark and the full stop behind it (sign-in/customer-ids.ts). */
const MARK = 9;

/**
 * Whether the database has rows of which nobody who has only these secrets can say whose they are.
 * @throws DatabaseFailed
 */
export async function hasRowsOfOtherSecrets(database: Database, secrets: RowSecrets | undefined): Promise<boolean> {
  const known = [secrets?.current, secrets?.previous].filter((one) => one !== undefined);
  const readable = new Set(known.map((secret) => `${markOfSecret(secret)}.`));
  const marks: string[] = [];
  for (const table of ["pin_change", "pending_device", "demo_token", "device_consent"] as const) {
    const mark = sql<string>`substr(customer_id, 1, ${sql.lit(MARK)})`.as("mark");
    marks.push(...(await database.selectFrom(table).select(mark).distinct().execute()).map((row) => row.mark));
  }
  for (const action of countedActions) {
    const start = `${action} `;
    const length = sql.lit(start.length);
    const found = database
      .selectFrom("counter")
      .select(sql<string>`substr(name, ${length} + 1, ${sql.lit(MARK)})`.as("mark"))
      .where(sql<string>`substr(name, 1, ${length})`, "=", start);
    marks.push(...(await found.distinct().execute()).map((row) => row.mark));
  }
  return marks.some((mark) => mark.endsWith(".") && !readable.has(mark));
}
