import { readFileSync } from "node:fs";
import { checkDigests, type DigestCheck } from "../audit/check-digests.ts";
import { compareLedger, type LedgerComparison } from "../audit/compare-ledger.ts";
import { type BreakKind, verifyAudit, type Walk } from "../audit/verify-audit.ts";
import { CLOCKS_DIFFER_MS } from "../clocks-differ.ts";
import { CommandRefused } from "../command-refused.ts";
import { readDatabaseConfig, readRetention } from "../config.ts";
import { openBesideServers } from "../database/open-beside-servers.ts";
import type { Database } from "../database/open-database.ts";
import type { Command } from "./command.ts";

const wordsFor: Record<BreakKind, string> = {
  missing: "it is missing",
  changed: "it was changed",
  reordered: "another row of the chain is in its place",
  truncated: "it and all after it are missing",
  head_missing: "it is the last one, and the chain's head is missing",
  head_changed: "the chain's head is not this one's",
};

/** Checks the audit against itself, against the ledger, and against what a log says of it (docs/operations.md#the-audit). */
export const verifyAuditCommand: Command = {
  usage: "audit verify [LOG]",
  does: "checks each chain of the audit, and with the servers' log that nothing is gone that it names; 2 if something is wrong",
  run: async ([file], { variables }) => {
    const { auditMs } = readRetention(variables);
    const log = file === undefined ? "" : readLog(file);
    const database = await openBesideServers(readDatabaseConfig(variables));
    try {
      const walk = await verifyAudit(database);
      const ledger = await compareLedger(database);
      const digests = await checkDigests(database, log);
      // Another program's log, or one that was cut: to say that all is well would be untrue.
      if (file !== undefined && digests.agreeing + digests.disagreeing.length + digests.cut === 0) {
        throw new CommandRefused(
          `The log ${file} has no line with the event audit_digest: nothing was compared with it.`,
        );
      }
      const cutTooLate = await cutBeyond(database, Date.now() - auditMs);
      const found = [walk.breaks.length, ledger.differing, digests.disagreeing.length, cutTooLate.length];
      const isWhole = found.every((count) => count === 0);
      const saidOfLog = file === undefined ? [] : sayDigests(digests);
      const said = [...sayWalk(walk), ...sayLedger(ledger), ...cutTooLate, ...saidOfLog];
      return { said: said.join("\n"), exitCode: isWhole ? 0 : 2 };
    } finally {
      await database.destroy();
    }
  },
};

function readLog(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (cause) {
    throw new CommandRefused(`The log ${file} cannot be read.`, cause);
  }
}

/** Says so if more was removed by age than is as old as this, in milliseconds: then the excuse for what is missing is none. */
async function cutBeyond(database: Database, oldEnough: number): Promise<readonly string[]> {
  const cut = await database.selectFrom("audit_cut").select("before").executeTakeFirst();
  if (cut === undefined || Date.parse(cut.before) <= oldEnough + CLOCKS_DIFFER_MS) return [];
  return [`BROKEN: rows were removed that are dated up to ${cut.before}, which AUDIT_RETENTION_DAYS would have kept.`];
}

function sayWalk({ chains, rows, breaks }: Walk): readonly string[] {
  const [first] = breaks;
  if (first === undefined) return [`Whole. Rows: ${rows}, chains: ${chains}.`];
  const { chain, number, kind } = first;
  return [
    `BROKEN: ${breaks.length} of ${chains} chains. The first break (${kind}) is row ${number} of chain ${chain}: ${wordsFor[kind]}.`,
  ];
}

function sayLedger({ rows, notAudited, differing }: LedgerComparison): readonly string[] {
  if (differing > 0) return [`BROKEN: ${differing} of ${rows} rows of the ledger are not as the audit says.`];
  const missing = notAudited === 0 ? "" : ` ${notAudited} have a write that it does not have: of an earlier version.`;
  return [`The ledger's ${rows} rows are not contradicted by the audit.${missing}`];
}

function sayDigests({ agreeing, agreeingRows, disagreeing, cut }: DigestCheck): readonly string[] {
  const [first] = disagreeing;
  const old = cut === 0 ? "" : ` ${cut} are of a time from which rows were removed by age, and were not compared.`;
  if (first === undefined) return [`Digests of the log that agree: ${agreeing}, over ${agreeingRows} rows.${old}`];
  const { from, until, rowsThen, rowsNow } = first;
  return [
    `BROKEN: ${disagreeing.length} digests of the log do not agree, ${agreeing} do.${old} The first is of ${from} to ${until}: ${rowsThen} rows then, ${rowsNow} now.`,
  ];
}
