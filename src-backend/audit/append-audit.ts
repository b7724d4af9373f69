import { type RawBuilder, sql } from "kysely";
import { compiledOnce, type Statement, type ValueOf } from "../database/compiled-once.ts";
import type { Database } from "../database/open-database.ts";
import { isShared } from "../database/shared-database.ts";
import type { PinChangeTable } from "../database/tables.ts";
import { type AuditContent, auditOf, hashOf, startOf, textOf } from "./audit-row.ts";

/**
 * A statement that writes one row of the ledger, or none: as it is, and for PostgreSQL with `returning`, so that the audit's
 * part can hang on it.
 */
interface LedgerWrite {
  readonly statement: Statement<unknown>;
  readonly returningOne: RawBuilder<unknown>;
}

/** What the audit's statements take from a row: its content, and what a chain begins with whose first row it is. */
type AuditValues = AuditContent & { readonly start: string; readonly first_hash: string; readonly text: string };

/**
 * A statement that writes a row of the ledger and, if it was written, appends it to the audit, in one transaction. On PostgreSQL
 * it is all one statement, because each costs the way to the server; a SQLite file costs only the waiting for the disk, once.
 * @param build the ledger's part (compiled-once.ts)
 * @returns runs it: in a transaction, or else it makes one. It answers whether the row was written. @throws DatabaseFailed
 */
export function auditedWrite<Values extends object>(
  build: (inside: Database, value: ValueOf<Values>) => LedgerWrite,
): (database: Database, values: Values, row: PinChangeTable) => Promise<boolean> {
  const alone = compiledOnce<Values>((inside, value) => build(inside, value).statement);
  const withAudit = compiledOnce<Values & AuditValues>((inside, value) => {
    const written = build(inside, value as ValueOf<Values>).returningOne;
    const head = moveHead(value, sql`from written`, true);
    return sql`
      with written as (${written}), head as (${head})
      ${insertEntry(value, sql`head.number`, sql`head.hash`, sql`from head`)}`;
  });
  return async (database, values, row) => {
    if (isShared(database)) {
      const { numAffectedRows } = await withAudit(database, { ...values, ...valuesOf(row) });
      return numAffectedRows === 1n;
    }
    const both = async (inside: Database): Promise<boolean> => {
      if ((await alone(inside, values)).numAffectedRows !== 1n) return false;
      await appendAudit(inside, row);
      return true;
    };
    return database.isTransaction ? both(database) : database.transaction().execute(both);
  };
}

/** Appends a row of the ledger that this transaction has written. */
export async function appendAudit(transaction: Database, row: PinChangeTable): Promise<void> {
  const values = valuesOf(row);
  const { rows } = await moveHeadAlone(transaction, values);
  const [head] = rows;
  if (head === undefined) throw new Error("a chain without a head");
  await insertEntryAlone(transaction, { ...values, ...head });
}

interface Head {
  readonly number: number;
  readonly hash: string;
}

const moveHeadAlone = compiledOnce<AuditValues, Head>((inside, value) =>
  moveHead(value, sql`where true`, isShared(inside)),
);
const insertEntryAlone = compiledOnce<AuditValues & Head>((_, value) =>
  insertEntry(value, sql`${value("number")}`, sql`${value("hash")}`, sql``),
);

function valuesOf(row: PinChangeTable): AuditValues {
  const content = auditOf(row);
  const start = startOf(content.chain);
  return { ...content, start, first_hash: hashOf(start, 1, content), text: textOf(content) };
}

/**
 * Makes the chain one row longer. The row of its head is the lock of the chain: of two transactions the second one waits, and
 * sees what the first one has committed (postgresql.org/docs/current/transaction-iso.html, read committed).
 */
function moveHead(value: ValueOf<AuditValues>, rest: RawBuilder<unknown>, isPostgres: boolean): RawBuilder<Head> {
  const start = value("start");
  const next = sql`audit_head.hash || ' ' || cast(audit_head.number + 1 as text) || ' ' || cast(${value("text")} as text)`;
  // The function of the SQLite connection (sqlite-connection.ts).
  const hash = isPostgres ? sql`encode(sha256(convert_to(${next}, 'UTF8')), 'hex')` : sql`sha256_hex(${next})`;
  return sql`
    insert into audit_head (chain, number, hash, cut_number, cut_hash)
    select ${value("chain")}, 1, ${value("first_hash")}, 0, ${start} ${rest}
    on conflict (chain) do update set number = audit_head.number + 1, hash = ${hash}
    returning number, hash`;
}

function insertEntry(
  value: ValueOf<AuditContent>,
  number: RawBuilder<unknown>,
  hash: RawBuilder<unknown>,
  from: RawBuilder<unknown>,
): RawBuilder<unknown> {
  return sql`
    insert into audit_entry
      (chain, number, request, attempt, card, route, state, problem, version, at, row_digest, hash)
    select ${value("chain")}, ${number}, ${value("request")}, ${value("attempt")}, ${value("card")}, ${value("route")},
      ${value("state")}, ${value("problem")}, ${value("version")}, ${value("at")}, ${value("row_digest")}, ${hash} ${from}`;
}
