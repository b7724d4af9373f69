import { existsSync } from "node:fs";
import { CommandRefused } from "../command-refused.ts";
import type { DatabaseConfig } from "./database-config.ts";

/**
 * For commands on what servers have written: in a file that is made for them they would find nothing, and say so.
 * @throws CommandRefused
 */
export function requireDatabase(config: DatabaseConfig): void {
  if (config.kind === "postgres" || existsSync(config.file)) return;
  throw new CommandRefused("There is no database in DATABASE_FILE.");
}
