import { Pool, type PoolClient, type PoolConfig, TypeOverrides } from "pg";
import type { RotatedSecret } from "../secrets/rotated-secret.ts";
import { postgresFailure } from "./postgres-failure.ts";
import type { PostgresServer } from "./postgres-url.ts";

/** How long a request waits for a connection, its own or a new one. */
const CONNECT_MS = 1000;
/** How much of a statement's time it may wait for a lock: the rest is for the answer's way. */
const LOCK_SHARE = 0.75;
/** A bigint, as `count(*)` is one (pg_type.dat). */
const INT8 = 20;

/** Connections to one server. */
export interface PostgresPool {
  /** Waits for a free connection, or makes one. @throws the driver's own errors */
  readonly connect: () => Promise<PoolClient>;
  /** Whether the server has warned on this connection since the last question, and forgets it. */
  readonly hasWarned: (client: PoolClient) => boolean;
  /** In milliseconds: how long a transaction may wait for what another one has. Less than a statement may take. */
  readonly lockMs: number;
  /** Waits for the connections that are in use. */
  readonly end: () => Promise<void>;
}

/**
 * Connections that are made when they are needed. No statement is prepared by a name and nothing is set for a session, so a
 * pooler may give each transaction another session (PgBouncer's transaction mode).
 * @param queryMs how long a statement may take; then its connection must be thrown away
 * @param password read again when the server refuses it. Connections that there are stay
 */
export function createPostgresPool(
  server: Omit<PostgresServer, "password">,
  size: number,
  queryMs: number,
  password: RotatedSecret,
): PostgresPool {
  const { host, port, user, database, tls } = server;
  const types = new TypeOverrides();
  types.setTypeParser(INT8, (text) => (Number.isSafeInteger(Number(text)) ? Number(text) : BigInt(text)));
  const config: PoolConfig = {
    ...{ host, port, user, database, types },
    // As a function: without one the driver looks for a password in variables and in ~/.pgpass.
    password: () => password.get(),
    // Left out, they would come from PGSSLMODE.
    ssl: tls === null ? false : { ...(tls.ca !== undefined && { ca: tls.ca }), rejectUnauthorized: true },
    application_name: "cardbound",
    max: size,
    connectionTimeoutMillis: CONNECT_MS,
    query_timeout: queryMs,
    keepAlive: true,
  };
  const pool = new Pool(config);
  const warned = new WeakSet<PoolClient>();
  // A server that goes away fails the connections at rest and, by events of their own, those in use: without these two
  // listeners that ends the process (github.com/brianc/node-postgres/issues/2439). The statement in use fails by itself.
  pool.on("error", () => {});
  pool.on("connect", (client) => {
    client.on("error", () => {});
    client.on("notice", ({ code = "" }) => {
      if (isWarning(code)) warned.add(client);
    });
  });
  const connect = async (): Promise<PoolClient> => {
    const tried = password.get();
    try {
      return await pool.connect();
    } catch (error) {
      if (postgresFailure(error) !== "login_refused" || !password.isAnotherAfter(tried)) throw error;
      return pool.connect();
    }
  };
  return {
    connect,
    hasWarned: (client) => warned.delete(client),
    lockMs: Math.floor(queryMs * LOCK_SHARE),
    end: () => pool.end(),
  };
}

/**
 * A standby that is missing makes each commit wait. Whoever ends such a wait makes the server report success, with a warning
 * of one of these two classes: the text may be in any language.
 */
function isWarning(sqlState: string): boolean {
  return /^(?:01|57)/.test(sqlState);
}
