import { type RawBuilder, sql } from "kysely";
import type { Database } from "../database/open-database.ts";
import { isShared } from "../database/shared-database.ts";
import type { PinChangeTable } from "../database/tables.ts";
import { type AuditContent, auditOf, hashOf, startOf, textOf } from "./audit-row.ts";

/**
 * A statement that writes one row of the ledger, or none: as it is, and for PostgreSQL with `returning`, so that the audit's
 * part can hang on it.
 */
interface LedgerWrite {
  readonly execute: (inside: Database) => Promise<boolean>;
  readonly returningOne: RawBuilder<unknown>;
}

/**
 * Writes a row of the ledger and, if it was written, appends it to the audit, in one transaction. On PostgreSQL it is all one
 * statement, because each costs the way to the server; a SQLite file costs only the waiting for the disk, once.
 * @param database a transaction, or else this makes one
 * @returns whether the row was written
 * @throws DatabaseFailed
 */
export async function writeAudited(database: Database, write: LedgerWrite, row: PinChangeTable): Promise<boolean> {
  const content = auditOf(row);
  if (isShared(database)) {
    const { numAffectedRows } = await sql`
      with written as (${write.returningOne}), head as (${moveHead(content, sql`from written`, true)})
      ${insertEntry(content, sql`head.number`, sql`head.hash`, sql`from head`)}`.execute(database);
    return numAffectedRows === 1n;
  }
  const both = async (inside: Database): Promise<boolean> => {
    if (!(await write.execute(inside))) return false;
    await append(inside, content);
    return true;
  };
  return database.isTransaction ? both(database) : database.transaction().execute(both);
}

/** Appends a row of the ledger that this transaction has written. */
export async function appendAudit(transaction: Database, row: PinChangeTable): Promise<void> {
  await append(transaction, auditOf(row));
}

async function append(inside: Database, content: AuditContent): Promise<void> {
  const moved = moveHead(content, sql`where true`, isShared(inside));
  const { rows } = await sql<{ number: number; hash: string }>`${moved}`.execute(inside);
  const [head] = rows;
  if (head === undefined) throw new Error("a chain without a head");
  await insertEntry(content, sql`${head.number}`, sql`${head.hash}`, sql``).execute(inside);
}

/**
 * Makes the chain one row longer. The row of its head is the lock of the chain: of two transactions the second one waits, and
 * sees what the first one has committed (postgresql.org/docs/current/transaction-iso.html, read committed).
 */
function moveHead(content: AuditContent, rest: RawBuilder<unknown>, isPostgres: boolean): RawBuilder<unknown> {
  const { chain } = content;
  const start = startOf(chain);
  const next = sql`audit_head.hash || ' ' || cast(audit_head.number + 1 as text) || ' ' || cast(${textOf(content)} as text)`;
  // The function of the SQLite connection (sqlite-connection.ts).
  const hash = isPostgres ? sql`encode(sha256(convert_to(${next}, 'UTF8')), 'hex')` : sql`sha256_hex(${next})`;
  return sql`
    insert into audit_head (chain, number, hash, cut_number, cut_hash)
    select ${chain}, 1, ${hashOf(start, 1, content)}, 0, ${start} ${rest}
    on conflict (chain) do update set number = audit_head.number + 1, hash = ${hash}
    returning number, hash`;
}

function insertEntry(
  content: AuditContent,
  number: RawBuilder<unknown>,
  hash: RawBuilder<unknown>,
  from: RawBuilder<unknown>,
): RawBuilder<unknown> {
  const { chain, request, attempt, card, route, state, problem, version, at, row_digest } = content;
  return sql`
    insert into audit_entry
      (chain, number, request, attempt, card, route, state, problem, version, at, row_digest, hash)
    select ${chain}, ${number}, ${request}, ${attempt}, ${card}, ${route}, ${state}, ${problem}, ${version}, ${at},
      ${row_digest}, ${hash} ${from}`;
}
