import path from "node:path";
import { CommandRefused } from "./command-refused.ts";
import { readDatabaseFile } from "./config.ts";
import { backUpDatabase } from "./database/back-up-database.ts";
import { openDatabase } from "./database/open-database.ts";
import { markRestored } from "./database/restore-marks.ts";
import { takeServerLock } from "./database/server-lock.ts";

const usage = `Without a command the backend serves. With one it works on the database in DATABASE_FILE and ends:
  backup FILE     copies it, also while a server works on it
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
    await backUpDatabase(readDatabaseFile(variables), copy, Date.now);
    return `The database was copied to ${copy}.`;
  }
  if (command === "mark-restored" && operands.length === 0) {
    await markCopy(readDatabaseFile(variables));
    return "The next server on this database takes it for a restored copy.";
  }
  throw new CommandRefused(usage);
}

/** Refused while a server uses the database, because it has read the marks already. */
async function markCopy(file: string): Promise<void> {
  const { giveUp, requireHeld } = takeServerLock(file);
  try {
    const database = await openDatabase(file, undefined, requireHeld);
    await markRestored(database, Date.now).finally(() => database.destroy());
  } finally {
    giveUp();
  }
}
