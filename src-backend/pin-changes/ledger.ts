import { sql } from "kysely";
import { z } from "zod";
import { pinChangeRoute } from "../../src-contract/api/pin-change-schemas.ts";
import { problemCode } from "../../src-contract/api/problem-schema.ts";
import type { ProblemCode } from "../../src-contract/errors/error-codes.ts";
import type { PinChangeRoute } from "../../src-contract/rules/pin-change-route.ts";
import { auditedWrite } from "../audit/append-audit.ts";
import { compiledOnce, type ValueOf } from "../database/compiled-once.ts";
import type { Database } from "../database/open-database.ts";
import { takeRequest } from "../database/shared-database.ts";
import { type PinChangeState, type PinChangeTable, pinChangeStates } from "../database/tables.ts";
import type { RowIds } from "../sign-in/customer-ids.ts";

/** One attempt at a PIN change. Never holds the PIN, its encryption or a TAN; of the request only a hash. */
export interface LedgerEntry {
  /** The customer's id in this row, which may be an earlier one. */
  readonly rowId: string;
  readonly requestId: string;
  readonly attempt: number;
  /** These four are null if nothing was received. */
  readonly cardId: string | null;
  readonly route: PinChangeRoute | null;
  readonly contentHash: string | null;
  readonly changeRequestId: string | null;
  readonly state: PinChangeState;
  readonly problem: ProblemCode | null;
  readonly solarisErrorId: string | null;
  readonly createdAt: number;
  readonly updatedAt: number;
  /** Counts this entry's writes. */
  readonly version: number;
  /** While it is under way: when the instance that has it in hand will be done, by that one's clock. */
  readonly heldUntil: number | null;
}

/** The outcome of each PIN change, as durable as the database. */
export type Ledger = ReturnType<typeof createLedger>;

// Parses what it reads, even from our own file: a later version may have written it.
const storedEntry = z
  .object({
    customer_id: z.string(),
    request_id: z.string(),
    attempt: z.int(),
    card_id: z.string().nullable(),
    route: pinChangeRoute.nullable(),
    content_hash: z.string().nullable(),
    change_request_id: z.string().nullable(),
    state: z.enum(pinChangeStates),
    problem: problemCode.nullable().catch("ERR_REFUSED"),
    solaris_error_id: z.string().nullable(),
    created_at: z.iso.datetime(),
    updated_at: z.iso.datetime(),
    version: z.int(),
    held_until: z.iso.datetime().nullable(),
  })
  .transform(
    (row): LedgerEntry => ({
      rowId: row.customer_id,
      requestId: row.request_id,
      attempt: row.attempt,
      cardId: row.card_id,
      route: row.route,
      contentHash: row.content_hash,
      changeRequestId: row.change_request_id,
      state: row.state,
      problem: row.problem,
      solarisErrorId: row.solaris_error_id,
      createdAt: Date.parse(row.created_at),
      updatedAt: Date.parse(row.updated_at),
      version: row.version,
      heldUntil: row.held_until === null ? null : Date.parse(row.held_until),
    }),
  );

/** The columns of a row, in the order of `rowOf`. */
const columns = [
  "customer_id",
  "request_id",
  "attempt",
  "card_id",
  "route",
  "content_hash",
  "change_request_id",
  "state",
  "problem",
  "solaris_error_id",
  "created_at",
  "updated_at",
  "version",
  "held_until",
] as const satisfies readonly (keyof PinChangeTable)[];

const selectEntries = compiledOnce<{ rowIds: RowIds; requestId: string }, PinChangeTable>((inside, value) =>
  inside
    .selectFrom("pin_change")
    .selectAll()
    .where("customer_id", "in", value("rowIds"))
    .where("request_id", "=", value("requestId"))
    .orderBy("attempt"),
);

/** The table's key knows nothing of the customer's other ids. */
const insertUnlessThere = auditedWrite<PinChangeTable & { rowIds: RowIds }>((inside, value) => {
  const already = inside
    .selectFrom("pin_change")
    .select("attempt")
    .where("customer_id", "in", value("rowIds"))
    .where("request_id", "=", value("request_id"))
    .where("attempt", "=", value("attempt"));
  const unlessThere = inside
    .selectNoFrom(({ val }) => columns.map((column) => val(value(column)).as(column)))
    .where(({ exists, not }) => not(exists(already)));
  const statement = inside
    .insertInto("pin_change")
    .columns(columns)
    .expression(unlessThere)
    .onConflict((conflict) => conflict.columns(["customer_id", "request_id", "attempt"]).doNothing());
  return { statement, returningOne: sql`${statement.returning("attempt")}` };
});

/** Only the row that was read, in the state and version in which it was. */
const updateAsRead = (inside: Database, value: ValueOf<PinChangeTable & AsRead>) =>
  inside
    .updateTable("pin_change")
    .set(Object.fromEntries(columns.map((column) => [column, value(column)])))
    .where("customer_id", "=", value("read_customer_id"))
    .where("request_id", "=", value("read_request_id"))
    .where("attempt", "=", value("read_attempt"))
    .where("state", "=", value("read_state"))
    .where("version", "=", value("read_version"));
const update = compiledOnce(updateAsRead);
const updateAudited = auditedWrite<PinChangeTable & AsRead>((inside, value) => {
  const statement = updateAsRead(inside, value);
  return { statement, returningOne: sql`${statement.returning("attempt")}` };
});

/** Creates the ledger in this database. Each of its writes is a row of the audit, too. */
export function createLedger(database: Database) {
  return {
    /** The customer's attempts under this id, in order. */
    find: async (rowIds: RowIds, requestId: string): Promise<readonly LedgerEntry[]> => {
      const { rows } = await selectEntries(database, { rowIds, requestId });
      const entries = rows.map((row) => storedEntry.parse(row));
      // An attempt that was closed while the secret of its row was missing has two: the received one knows what became of it.
      const isReceived = (attempt: number) =>
        entries.some((one) => one.attempt === attempt && one.contentHash !== null);
      return entries.filter(({ attempt, contentHash }) => contentHash !== null || !isReceived(attempt));
    },
    /** Runs a transaction, during which no other adds an entry of this request, whatever ids it knows the customer by. */
    inTurn: <T>(requestId: string, run: (transaction: Database) => Promise<T>): Promise<T> =>
      database
        .transaction()
        // Each statement sees what was committed before it, whatever the database's own setting: also what was waited for.
        .setIsolationLevel("read committed")
        .execute(async (transaction) => {
          await takeRequest(transaction, requestId);
          return run(transaction);
        }),
    /**
     * Adds an entry unless its attempt has one under any of these ids, its own among them.
     * @param transaction this request's turn @returns whether it was written
     */
    add: (transaction: Database, entry: LedgerEntry, rowIds: RowIds): Promise<boolean> => {
      const row = rowOf(entry);
      return insertUnlessThere(transaction, { ...row, rowIds }, row);
    },
    /** Replaces an entry by its next version, if it is unchanged since it was read. @returns whether it was */
    replace: async (read: LedgerEntry, by: LedgerEntry): Promise<boolean> => {
      const row = rowOf(by);
      const values = { ...row, ...asRead(read) };
      // The same once more is no transition (records.ts, `confirm`).
      if (by.version === read.version) return (await update(database, values)).numAffectedRows === 1n;
      return updateAudited(database, values, row);
    },
  };
}

function asRead({ rowId, requestId, attempt, state, version }: LedgerEntry) {
  return {
    read_customer_id: rowId,
    read_request_id: requestId,
    read_attempt: attempt,
    read_state: state,
    read_version: version,
  };
}
type AsRead = ReturnType<typeof asRead>;

function rowOf(entry: LedgerEntry): PinChangeTable {
  return {
    customer_id: entry.rowId,
    request_id: entry.requestId,
    attempt: entry.attempt,
    card_id: entry.cardId,
    route: entry.route,
    content_hash: entry.contentHash,
    change_request_id: entry.changeRequestId,
    state: entry.state,
    problem: entry.problem,
    solaris_error_id: entry.solarisErrorId,
    created_at: new Date(entry.createdAt).toISOString(),
    updated_at: new Date(entry.updatedAt).toISOString(),
    version: entry.version,
    held_until: entry.heldUntil === null ? null : new Date(entry.heldUntil).toISOString(),
  };
}
