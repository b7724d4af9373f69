// A ledger that is written to for the tests of its audit.
import type { Database } from "../../src-backend/database/open-database.ts";
import { createLedger, type LedgerEntry } from "../../src-backend/pin-changes/ledger.ts";

export const AT = 1_800_000_000_000;
export const DAY = 24 * 3_600_000;

/** One attempt at a PIN change, as it is received. */
export const entry = (more: Partial<LedgerEntry> = {}): LedgerEntry => ({
  rowId: "0123abcd.adas-row-id",
  requestId: "adas-request",
  attempt: 1,
  cardId: "adas-card",
  route: "signed",
  contentHash: "hash-of-the-content",
  changeRequestId: "at-solaris",
  state: "received",
  problem: null,
  solarisErrorId: "error-at-solaris",
  createdAt: AT,
  updatedAt: AT,
  version: 0,
  heldUntil: null,
  ...more,
});

/** The ledger, and what the tests of the audit do with it. */
export function ledgerIn(database: Database) {
  const ledger = createLedger(database);
  const add = (added: LedgerEntry) => ledger.inTurn(added.requestId, (turn) => ledger.add(turn, added, [added.rowId]));
  /** Goes on with an entry. */
  const go = async (from: LedgerEntry, more: Partial<LedgerEntry>): Promise<LedgerEntry> => {
    const next = { ...from, version: from.version + 1, updatedAt: from.updatedAt + 1, ...more };
    await ledger.replace(from, next);
    return next;
  };
  return { ...ledger, add, go };
}

/** A few changes of two customers, which end. */
export async function writeHistory(database: Database): Promise<void> {
  const { add, go } = ledgerIn(database);
  for (const [rowId, requestId] of [
    ["0123abcd.ada", "r1"],
    ["0123abcd.bob", "r2"],
    ["0123abcd.ada", "r3"],
  ] as const) {
    const first = entry({ rowId, requestId });
    await add(first);
    await go(await go(first, { state: "started" }), { state: "changed" });
  }
}

/** The rows of the audit, chain by chain. */
export const rowsOf = (database: Database) =>
  database.selectFrom("audit_entry").selectAll().orderBy("chain").orderBy("number").execute();
