import { statSync } from "node:fs";
import path from "node:path";
import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import { wholeNumber } from "../config-values.ts";
import { type SecretSource, sourceOf } from "../secrets/rotated-secret.ts";
import type { SecretFiles } from "../secrets/take-secret-files.ts";
import { type PostgresServer, readPostgresUrl } from "./postgres-url.ts";

/** The embedded database, for one server. */
export interface SqliteConfig {
  readonly kind: "sqlite";
  /** The full path of the file; `:memory:` only in tests. */
  readonly file: string;
}

/** A database on a server, for any number of instances. */
export interface PostgresConfig {
  readonly kind: "postgres";
  readonly server: PostgresServer;
  /** Where the user's password can be read again. */
  readonly passwordSource?: SecretSource | undefined;
  /** The most connections of this instance. */
  readonly poolSize: number;
  /** In milliseconds, how long a statement may take, if nobody waits for it as for an answer. */
  readonly statementMs?: number;
}

/** Where the ledger is, and everything else that outlives the process. */
export type DatabaseConfig = SqliteConfig | PostgresConfig;

/**
 * The most connections if nobody says otherwise: docs/postgresql.md#the-database. More than one customer's requests at a time
 * (admission.ts) can keep waiting for a row, so that others still get one.
 */
const USUAL_POOL_SIZE = 12;

const file = z
  .string()
  .transform((value) => path.resolve(value))
  .refine(
    (name) => isFolder(path.dirname(name)),
    "names a file in a folder that does not exist; expected the path of a file in a folder that does",
  );
// A transaction keeps its connection, so with one alone all other requests would wait for it.
const poolSize = wholeNumber(2, 100, "connections from 2 to 100").prefault(String(USUAL_POOL_SIZE));

/**
 * Variables that the driver would take although DATABASE_URL says nothing of them: they change the connection, and PgBouncer
 * refuses the first. @see node_modules/pg/lib/connection-parameters.js
 */
const ofDriver = ["PGOPTIONS", "PGREPLICATION", "PGBINARY", "PGSSLNEGOTIATION"] as const;

/** What is read, or each wrong variable with what is expected, and no values. */
export type ReadDatabase =
  | { readonly ok: true; readonly database: DatabaseConfig }
  | { readonly ok: false; readonly faults: readonly string[] };

/**
 * Reads the variables of the database: exactly one of DATABASE_FILE and DATABASE_URL. An empty variable counts as unset.
 * @param files where secrets came from
 */
export function readDatabase(
  variables: Readonly<Record<string, string | undefined>>,
  files: SecretFiles = {},
): ReadDatabase {
  const { DATABASE_FILE = "", DATABASE_URL = "", DATABASE_POOL_SIZE = "" } = variables;
  if (DATABASE_URL === "") {
    const faults: string[] = [];
    if (DATABASE_POOL_SIZE !== "") faults.push("DATABASE_POOL_SIZE is set; expected only together with DATABASE_URL");
    const parsed = file.safeParse(DATABASE_FILE || "cardbound.db");
    faults.push(...faultsOf("DATABASE_FILE", parsed));
    return parsed.success && faults.length === 0
      ? { ok: true, database: { kind: "sqlite", file: parsed.data } }
      : { ok: false, faults };
  }
  const faults: string[] = [];
  if (DATABASE_FILE !== "") faults.push("DATABASE_FILE and DATABASE_URL are both set; expected one of them");
  for (const name of ofDriver) {
    const isSet = (variables[name] ?? "") !== "";
    if (isSet) faults.push(`${name} is set; expected settings of the database's user instead (ALTER ROLE)`);
  }
  const server = readPostgresUrl(DATABASE_URL);
  if (!server.ok) faults.push(`DATABASE_URL ${server.fault}`);
  const size = poolSize.safeParse(DATABASE_POOL_SIZE || undefined);
  faults.push(...faultsOf("DATABASE_POOL_SIZE", size));
  return server.ok && size.success && faults.length === 0
    ? {
        ok: true,
        database: {
          kind: "postgres",
          server: server.server,
          poolSize: size.data,
          passwordSource: sourceOf(files, "DATABASE_URL", (text) => passwordFor(server.server, text)),
        },
      }
    : { ok: false, faults };
}

/** The password of a URL that is otherwise the same: another user, server or database is a matter of a restart. */
function passwordFor({ password: _, ...server }: PostgresServer, url: string): string | null {
  const read = readPostgresUrl(url);
  if (!read.ok) return null;
  const { password = null, ...others } = read.server;
  return isDeepStrictEqual(others, server) ? password : null;
}

function faultsOf(name: string, parsed: z.ZodSafeParseResult<unknown>): readonly string[] {
  return parsed.success ? [] : parsed.error.issues.map((issue) => `${name} ${issue.message}`);
}

function isFolder(folder: string): boolean {
  try {
    return statSync(folder).isDirectory();
  } catch {
    return false;
  }
}
