import path from "node:path";
import { CommandRefused } from "./command-refused.ts";
import { readDatabaseConfig } from "./config.ts";
import { backUpDatabase } from "./database/back-up-database.ts";
import type { DatabaseConfig } from "./database/database-config.ts";
import { openServerDatabase } from "./database/open-server-database.ts";
import { markRestored } from "./database/restore-marks.ts";

const usage = `Without a command the backend serves. With one it works on the database in DATABASE_FILE or DATABASE_URL and ends:
  backup FILE     copies a DATABASE_FILE, also while a server works on it
  mark-restored   says that it is a copy made by other means, so that the next server on it claims nothing it has forgotten`;

/**
 * Runs a command on the database.
 * @returns a message for the operator
 * @throws CommandRefused, ConfigError
 */
export async function runCommand(
  [command, ...operands]: readonly string[],
  variables: Record<string, string | undefined>,
): Promise<string> {
  const [operand] = operands;
  if (command === "backup" && operand !== undefined && operands.length === 1) {
    const copy = path.resolve(operand);
    await backUpDatabase(fileOf(readDatabaseConfig(variables)), copy, Date.now);
    return `The database was copied to ${copy}.`;
  }
  if (command === "mark-restored" && operands.length === 0) {
    // Refused while a server uses a file. PostgreSQL's instances are the operator's to end: they have read the marks already.
    // A mark in the usual file, where another one was meant, would leave the restored ledger claiming what it has forgotten.
    if (!variables.DATABASE_FILE && !variables.DATABASE_URL) {
      throw new CommandRefused("Set DATABASE_FILE or DATABASE_URL to the restored database: nothing was marked.");
    }
    const config = readDatabaseConfig(variables);
    const { database, close } = await openServerDatabase(config, () => {}, Date.now);
    await markRestored(database, Date.now).finally(close);
    const others = config.kind === "postgres" ? " Instances that run now do not: restart all of them." : "";
    return `The next server on ${nameOf(config)} takes it for a restored copy.${others}`;
  }
  throw new CommandRefused(usage);
}

/** For the operator, without a password. */
function nameOf(config: DatabaseConfig): string {
  if (config.kind === "sqlite") return config.file;
  const { database, host, port } = config.server;
  return `the database ${database} at ${host}, port ${port},`;
}

function fileOf(config: DatabaseConfig): string {
  if (config.kind === "sqlite") return config.file;
  throw new CommandRefused(
    "PostgreSQL has its own backups (pg_basebackup, pg_dump). After restoring one run mark-restored, before the first server starts.",
  );
}
