// A PostgreSQL of the tests' own: made, started, hurt and removed by them.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, chownSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Client, type QueryResultRow } from "pg";
import { endWithParent } from "../../build/end-with-parent.mjs";
import { ordinaryUser, programOf } from "./programs.ts";

/** How long a server may take to be made and to start, on a busy computer. */
export const START_MS = 120_000;
/** Its only superuser, with this password over TCP. */
export const administrator = { user: "administrator", password: "a password of the tests" };

/** As postgresql.conf takes them. */
export type Settings = Readonly<Record<string, string | number>>;

export type Cluster = Awaited<ReturnType<typeof startCluster>>;

const usualSettings: Settings = {
  // Nothing is checkpointed or cleaned up behind a test's back.
  autovacuum: "off",
  max_connections: 200,
  shared_buffers: "16MB",
  dynamic_shared_memory_type: "mmap",
  max_wal_size: "4GB",
  // The words of the server are not what anything may depend on.
  logging_collector: "off",
  log_min_messages: "fatal",
};

/**
 * Starts a server on a socket and on loopback, with commits that are on disk. It ends with this process, or by `remove`.
 * @param settings beyond the usual ones
 * @param within the folder in which its own is made
 */
export async function startCluster(settings: Settings = {}, within = tmpdir()) {
  const folder = makeFolder(join(within, "cluster-"));
  const passwordFile = join(folder, "password");
  writeFileSync(passwordFile, administrator.password, { mode: 0o600 });
  own(passwordFile);
  const data = join(folder, "data");
  await runToEnd("initdb", [
    ...["--pgdata", data, "--username", administrator.user, "--pwfile", passwordFile, "--encoding", "UTF8"],
    ...["--locale", "C", "--auth-local", "trust", "--auth-host", "scram-sha-256", "--no-sync"],
  ]);
  return startServer(folder, data, settings);
}

/** Starts a standby, which follows a server from its state of now, and reads only until it is promoted. */
export async function startStandby(primary: Cluster, name: string, settings: Settings = {}, within = tmpdir()) {
  const folder = makeFolder(join(within, "standby-"));
  const data = join(folder, "data");
  const from = `host=${primary.folder} port=${primary.port} user=${administrator.user} application_name=${name}`;
  await runToEnd("pg_basebackup", [
    "--pgdata",
    data,
    "--dbname",
    from,
    "--write-recovery-conf",
    "--checkpoint",
    "fast",
  ]);
  return startServer(folder, data, settings);
}

async function startServer(folder: string, data: string, settings: Settings) {
  let child: ChildProcess | undefined;
  const port = await freePort();
  const output = { err: "" };

  const start = async () => {
    const all = { ...usualSettings, port, listen_addresses: "127.0.0.1", unix_socket_directories: folder, ...settings };
    const options = Object.entries(all).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
    const started = spawn(programOf("postgres"), ["-D", data, ...options], {
      ...ordinaryUser(),
      cwd: folder,
      stdio: ["ignore", "ignore", "pipe"],
    });
    started.stderr.on("data", (chunk) => {
      output.err += chunk;
    });
    endWithParent(started);
    child = started;
    await untilAnswers(() => started.exitCode === null);
  };

  const untilAnswers = async (isRunning: () => boolean) => {
    for (const end = Date.now() + START_MS; ; await pause(20)) {
      const answer = await query("select 1").catch(() => undefined);
      if (answer !== undefined) return;
      if (!isRunning() || Date.now() > end) throw new Error(`PostgreSQL does not start: ${output.err}`);
    }
  };

  /** `immediate`: as a crash is, with nothing written down. `kill`: by `kill -9`, also of its children. */
  const stop = async (mode: "fast" | "immediate" | "kill" = "immediate") => {
    const running = child;
    child = undefined;
    if (running === undefined || running.exitCode !== null || running.signalCode !== null) return;
    const closed = once(running, "exit");
    running.kill(({ fast: "SIGINT", immediate: "SIGQUIT", kill: "SIGKILL" } as const)[mode]);
    await closed;
  };

  /** Asks as the administrator, on a connection of its own. */
  const query = async <Row extends QueryResultRow>(text: string, values: unknown[] = [], database = "postgres") => {
    const client = new Client({ host: folder, port, user: administrator.user, password: "", database });
    client.on("error", () => {});
    await client.connect();
    try {
      return (await client.query<Row>(text, values)).rows;
    } finally {
      await client.end();
    }
  };

  await start();
  return {
    /** Where its socket is. */
    folder,
    port,
    /** Of its main process, while it runs. */
    pid: () => child?.pid,
    query,
    start,
    stop,
    restart: async (mode?: "fast" | "immediate") => {
      await stop(mode);
      await start();
    },
    /** Makes a standby a primary. */
    promote: () => query("select pg_promote(true, 60)"),
    /** A connection URL over loopback, or over the socket. */
    urlFor: (user: string, password: string, database = "postgres", by: "loopback" | "socket" = "loopback") => {
      const who = `${encodeURIComponent(user)}:${encodeURIComponent(password)}`;
      const socket = `${encodeURIComponent(folder)}:${port}`;
      return `postgresql://${who}@${by === "socket" ? socket : `127.0.0.1:${port}`}/${database}`;
    },
    remove: async () => {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A port of loopback that nobody uses at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}

/** A folder for the ordinary user, with a path that is short enough for a socket. @param prefix of its path */
export function makeFolder(prefix: string): string {
  const folder = mkdtempSync(prefix);
  chmodSync(folder, 0o700);
  own(folder);
  return folder;
}

/** Gives a file or folder to the user who runs the servers. */
export function own(file: string): void {
  const { uid, gid } = ordinaryUser();
  if (uid !== undefined && gid !== undefined) chownSync(file, uid, gid);
}

async function runToEnd(program: string, args: readonly string[]): Promise<void> {
  const child = spawn(programOf(program), args, {
    ...ordinaryUser(),
    cwd: "/",
    env: { PATH: process.env.PATH ?? "", LC_ALL: "C" },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let err = "";
  child.stderr.on("data", (chunk) => {
    err += chunk;
  });
  const [code] = await once(child, "close");
  if (code !== 0) throw new Error(`${program} ended with ${code}: ${err}`);
}
