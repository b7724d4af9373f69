// A database for one test: SQLite's, or in the project `postgres` a schema on the server of that project.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { sql } from "kysely";
import { inject, onTestFinished } from "vitest";
import type { DatabaseConfig } from "../../src-backend/database/database-config.ts";
import { type Database, openDatabase } from "../../src-backend/database/open-database.ts";
import { makeEmptySchema, takeSchema } from "../postgres/own-schema.ts";

/** A place for a SQLite file, for the running test only. */
export function databaseFile(): string {
  const folder = mkdtempSync(join(tmpdir(), "backend-database-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, "backend.db");
}

/** A database that outlives a backend, for the running test only. */
export async function ownDatabase(): Promise<DatabaseConfig> {
  return (await ownSchema()) ?? { kind: "sqlite", file: databaseFile() };
}

/** A database for one backend of the running test. */
export async function passingDatabase(): Promise<DatabaseConfig> {
  return (await ownSchema()) ?? { kind: "sqlite", file: ":memory:" };
}

/** Opens a database for the running test, without a backend: a passing one, if the test has none. */
export async function openOwnDatabase(config?: DatabaseConfig): Promise<Database> {
  const database = await openDatabase(config ?? (await passingDatabase()));
  onTestFinished(() => database.destroy());
  return database;
}

/** A database in which nothing is, tables included, that outlives a backend. */
export async function emptyDatabase(): Promise<DatabaseConfig> {
  const server = inject("postgres");
  return server === undefined ? { kind: "sqlite", file: databaseFile() } : (await makeEmptySchema(server)).config;
}

/** What the environment of a backend says of a database. */
export function environmentOf(config: DatabaseConfig): { DATABASE_FILE: string; DATABASE_URL: string } {
  if (config.kind === "sqlite") return { DATABASE_FILE: config.file, DATABASE_URL: "" };
  const { host, port, user, password = "", database } = config.server;
  const url = `postgresql://${user}:${password}@${encodeURIComponent(host)}:${port}/${database}`;
  return { DATABASE_FILE: "", DATABASE_URL: url };
}

/** All that is written in a database, as text. */
export async function writtenIn(config: DatabaseConfig): Promise<string> {
  if (config.kind === "sqlite") {
    const folder = dirname(config.file);
    const files = readdirSync(folder).filter((name) => name.startsWith(basename(config.file)));
    return files.map((name) => readFileSync(join(folder, name), "latin1")).join("\n");
  }
  const database = await openDatabase(config);
  try {
    const tables = (await database.introspection.getTables()).filter(({ schema }) => schema === config.server.user);
    const rows = tables.map(({ name }) => sql`select * from ${sql.ref(name)}`.execute(database));
    return JSON.stringify((await Promise.all(rows)).map((one) => one.rows));
  } finally {
    await database.destroy();
  }
}

async function ownSchema(): Promise<DatabaseConfig | undefined> {
  const server = inject("postgres");
  if (server === undefined) return undefined;
  const { config, giveBack } = await takeSchema(server);
  onTestFinished(giveBack);
  return config;
}
