import { sql } from "kysely";
import { erasedRequestHash } from "../erasure/erased-requests.ts";
import type { Log } from "../server-log.ts";
import { markOfSecret, type RowSecrets } from "../sign-in/customer-ids.ts";
import type { Database } from "./open-database.ts";
import { isShared } from "./shared-database.ts";

/** The ledger's rows that need a secret that this server was not given: it cannot say whose they are. Or that were erased. */
export interface LostRows {
  /** At start. */
  readonly count: number;
  /**
   * Whether one of them is of this request, whoever sent it, or it was erased.
   * @param inside the transaction to read in
   * @throws DatabaseFailed
   */
  readonly have: (inside: Database, requestId: string) => Promise<boolean>;
}

/** In place of a row's mark: no row has it. */
const ERASED = "erased";
const mark = sql<string>`substr(customer_id, 1, 9)`;

/**
 * Counts the ledger's rows, and consents, by the secret that their ids need, and logs it: so the operator knows when no row needs the
 * previous secret any more (docs/sign-in.md).
 */
export async function findLostRows(database: Database, log: Log, secrets: RowSecrets | undefined): Promise<LostRows> {
  const counts = await database
    .selectFrom("pin_change")
    .select(({ fn }) => [mark.as("mark"), fn.countAll().as("rows")])
    .groupBy(mark)
    .execute();
  const found = { current: 0, previous: 0, none: 0, lost: 0 };
  for (const { mark, rows } of counts) found[kindOf(mark, secrets)] += Number(rows);
  const { lost, ...readable } = found;
  // Without its secret a consent is nobody's, and counts no more: its customer is asked again.
  const consents = await database
    .selectFrom("device_consent")
    .select(({ fn }) => [mark.as("mark"), fn.countAll().as("rows")])
    .groupBy(mark)
    .execute();
  for (const { mark, rows } of consents) {
    const kind = kindOf(mark, secrets);
    if (kind !== "lost") readable[kind] += Number(rows);
  }
  if (secrets !== undefined) log({ event: "ledger_secrets", ...readable });
  if (lost > 0) log({ event: "ledger_secret_missing", rows: lost });
  // Others on this database may have a newer secret than this instance: while it is being changed, or by mistake.
  const mayGrow = isShared(database);
  // Nobody is erased from a file while this server uses it (commands/erase-command.ts).
  const erasedOne = await database.selectFrom("erased_request").select("ends_at").limit(1).executeTakeFirst();
  const have = async (inside: Database, requestId: string): Promise<boolean> => {
    if (lost === 0 && erasedOne === undefined && !mayGrow) return false;
    const rows = await inside
      .selectFrom("pin_change")
      .select(mark.as("mark"))
      .where("request_id", "=", requestId)
      .unionAll(
        inside
          .selectFrom("erased_request")
          .select(sql<string>`${sql.lit(ERASED)}`.as("mark"))
          .where("request_hash", "=", erasedRequestHash(requestId)),
      )
      .execute();
    return rows.some(({ mark }) => mark === ERASED || kindOf(mark, secrets) === "lost");
  };
  return { count: lost, have };
}

function kindOf(mark: string, secrets: RowSecrets | undefined): "current" | "previous" | "none" | "lost" {
  // Only a keyed id has a full stop, which ends its mark.
  if (!mark.endsWith(".")) return "none";
  const ofSecret = (secret: string | undefined) => secret !== undefined && mark === `${markOfSecret(secret)}.`;
  if (ofSecret(secrets?.current)) return "current";
  return ofSecret(secrets?.previous) ? "previous" : "lost";
}
