// The partner backend with what a test has planted in it: one of its guards taken away, or a migration that the product
// does not have. In everything else it is the one that ships.
import process from "node:process";
import type { Kysely } from "kysely";
import { readConfig } from "../../src-backend/config.ts";
import type { Database } from "../../src-backend/database/open-database.ts";
import { createLedger, type Ledger, type LedgerEntry } from "../../src-backend/pin-changes/ledger.ts";
import { type BackendOptions, startBackend } from "../../src-backend/start-backend.ts";

/**
 * `unconditional`: an entry that is there already, or has changed meanwhile, is no reason not to go on. `memory`: each
 * instance has a ledger of its own, in memory. `endless`: no yes of Solaris is written down. `upgraded`: a version with one
 * migration more; it has every guard.
 */
export type Plant = "unconditional" | "memory" | "endless" | "upgraded";

const options: Record<Plant, BackendOptions> = {
  unconditional: { openLedger: withoutCondition },
  memory: { openLedger: inMemory },
  endless: { openLedger: withoutOutcomes },
  upgraded: { furtherMigrations: { "9999_of_a_test": { up: addColumn } } },
};

async function addColumn(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .alterTable("pin_change")
    .addColumn("of_a_test", "text", (column) => column.notNull().defaultTo("-"))
    .execute();
}

function withoutCondition(database: Database): Ledger {
  const ledger = createLedger(database);
  return {
    ...ledger,
    add: async (...entry) => (await ledger.add(...entry)) || true,
    replace: async (read, by) => (await ledger.replace(read, by)) || true,
  };
}

function withoutOutcomes(database: Database): Ledger {
  const ledger = createLedger(database);
  return { ...ledger, replace: async (read, by) => by.state === "changed" || ledger.replace(read, by) };
}

function inMemory(database: Database): Ledger {
  const { inTurn } = createLedger(database);
  const entries = new Map<string, LedgerEntry>();
  const keyOf = ({ rowId, requestId, attempt }: LedgerEntry) => `${rowId} ${requestId} ${attempt}`;
  return {
    find: async (rowIds, requestId) =>
      [...entries.values()].filter((one) => rowIds.includes(one.rowId) && one.requestId === requestId),
    inTurn,
    add: async (_, entry) => {
      if (entries.has(keyOf(entry))) return false;
      entries.set(keyOf(entry), entry);
      return true;
    },
    replace: async (read, by) => {
      if (entries.get(keyOf(read))?.version !== read.version) return false;
      entries.set(keyOf(read), by);
      return true;
    },
  };
}

const { CLUSTER_PLANT: plant, ...environment } = process.env;
const backend = await startBackend(readConfig(environment), options[plant as Plant]);
const stop = () => backend.close().then(() => process.exit(0));
process.on("SIGTERM", stop);
process.on("disconnect", stop);
process.stdout.write(`Partner backend listening at ${backend.url}\n`);
