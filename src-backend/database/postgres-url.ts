import { readFileSync } from "node:fs";
import { isLoopback } from "../loopback.ts";

/** A PostgreSQL server, and who asks it. */
export interface PostgresServer {
  /** A host name, an address, or the folder of a unix socket. */
  readonly host: string;
  readonly port: number;
  readonly user: string;
  /** Without one the server must let the user in by other means: a socket's `peer`, for example. */
  readonly password: string | undefined;
  readonly database: string;
  /** The server proves its name by a certificate; null only where no network is in between. */
  readonly tls: { /** Authorities in PEM, instead of Node's own. */ readonly ca: string | undefined } | null;
}

type ReadUrl = { readonly ok: true; readonly server: PostgresServer } | { readonly ok: false; readonly fault: string };

const form = "postgresql://USER:PASSWORD@HOST:PORT/DATABASE?sslmode=verify-full";

/**
 * Reads a connection URL, in the form that PostgreSQL's own programs take (postgresql.org/docs/current/libpq-connect.html),
 * but no parameter that could weaken or change the connection unnoticed. The fault repeats nothing of it, because it holds a
 * password.
 */
export function readPostgresUrl(value: string): ReadUrl {
  const refuse = (fault: string): ReadUrl => ({ ok: false, fault });
  // libpq takes `user@/database?host=/a/folder`, but a URL with a user must have a host.
  const complete = value.replace(/^(postgres(?:ql)?:\/\/[^/?#]*@)\//, "$1localhost/");
  if (!/^postgres(?:ql)?:\/\//.test(value) || !URL.canParse(complete)) {
    return refuse(
      `is not the address of one database; expected ${form}, with / as %2F, @ as %40 and so on in its parts`,
    );
  }
  const url = new URL(complete);
  // The driver would take the port from PGPORT.
  if (url.port === "0") return refuse(`is not the address of one database; expected ${form}`);
  const named = (name: string) => url.searchParams.get(name) ?? undefined;
  const known = ["host", "sslmode", "sslrootcert"];
  const names = [...url.searchParams.keys()];
  if (names.some((name) => !known.includes(name)) || new Set(names).size !== names.length || url.hash !== "") {
    return refuse("has parameters that the backend does not know, or one twice; expected sslmode, sslrootcert or host");
  }
  let user: string, password: string, host: string, database: string;
  try {
    [user, password, host, database] = [url.username, url.password, url.hostname, url.pathname.slice(1)].map(
      decodeURIComponent,
    ) as [string, string, string, string];
  } catch {
    return refuse(`has a % that escapes nothing; expected ${form}, with % itself written as %25`);
  }
  const folder = named("host");
  if (folder !== undefined && !(folder.startsWith("/") && host === "localhost")) {
    return refuse("has a parameter host that is no folder; expected the full path of the folder of a unix socket");
  }
  host = folder ?? host.replace(/^\[(.*)\]$/, "$1");
  // What the server is told of the connection ends each value with a NUL: what follows one would be a setting.
  const hasNul = [user, password, host, database].some((part) => part.includes("\0"));
  if (user === "" || host === "" || database === "" || database.includes("/") || hasNul) {
    return refuse(`names no user, host or database; expected ${form}`);
  }
  if (host.includes(",") && !host.startsWith("/")) {
    return refuse("names several hosts; expected one address, which leads to the primary");
  }
  const onThisComputer = host.startsWith("/") || isLoopback(host);
  const mode = named("sslmode") ?? "disable";
  if (mode !== "verify-full" && (mode !== "disable" || !onThisComputer)) {
    return refuse(
      "does not say how the server proves who it is; expected sslmode=verify-full, which only loopback and a unix socket do without",
    );
  }
  const authorities = readAuthorities(named("sslrootcert"));
  if (authorities === null) {
    return refuse("names a file in sslrootcert that cannot be read; expected certificates in PEM");
  }
  const isSecured = mode === "verify-full" && !host.startsWith("/");
  return {
    ok: true,
    server: {
      host,
      port: url.port === "" ? 5432 : Number(url.port),
      user,
      password: password === "" ? undefined : password,
      database,
      tls: isSecured ? { ca: authorities } : null,
    },
  };
}

/** @returns undefined for Node's own (`system`), null if the file cannot be read */
function readAuthorities(file: string | undefined): string | undefined | null {
  if (file === undefined || file === "system") return undefined;
  try {
    const text = readFileSync(file, "utf8");
    return text.includes("-----BEGIN CERTIFICATE-----") ? text : null;
  } catch {
    return null;
  }
}
