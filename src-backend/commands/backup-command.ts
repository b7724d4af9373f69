import path from "node:path";
import { CommandRefused } from "../command-refused.ts";
import { readDatabaseConfig } from "../config.ts";
import { backUpDatabase } from "../database/back-up-database.ts";
import type { DatabaseConfig } from "../database/database-config.ts";
import { type Command, done } from "./command.ts";

/** Copies a database file (docs/operations.md). */
export const backupCommand: Command = {
  usage: "backup FILE",
  does: "copies a DATABASE_FILE, also while a server works on it",
  run: async ([file = ""], { variables }) => {
    const copy = path.resolve(file);
    await backUpDatabase(fileOf(readDatabaseConfig(variables)), copy, Date.now);
    return done(`The database was copied to ${copy}.`);
  },
};

function fileOf(config: DatabaseConfig): string {
  if (config.kind === "sqlite") return config.file;
  throw new CommandRefused(
    "PostgreSQL has its own backups (pg_basebackup, pg_dump). After restoring one run mark-restored, before the first server starts.",
  );
}
