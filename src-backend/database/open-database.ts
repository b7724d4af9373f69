import type { Kysely } from "kysely";
import type { Log } from "../server-log.ts";
import type { DatabaseConfig } from "./database-config.ts";
import { openPostgres } from "./open-postgres.ts";
import { openSqlite } from "./open-sqlite.ts";
import type { Tables } from "./tables.ts";

export type Database = Kysely<Tables>;

/** Opens the database, checks it, and migrates its tables. Takes no lock. @throws DatabaseUnusable */
export function openDatabase(config: DatabaseConfig, log: Log = () => {}): Promise<Database> {
  return config.kind === "sqlite" ? openSqlite(config.file, log) : openPostgres(config, log);
}
