import type { DatabaseConfig } from "../database/database-config.ts";

/** The database's name for the operator, without a password. */
export function nameOfDatabase(config: DatabaseConfig): string {
  if (config.kind === "sqlite") return config.file;
  const { database, host, port } = config.server;
  return `the database ${database} at ${host}:${port}`;
}
