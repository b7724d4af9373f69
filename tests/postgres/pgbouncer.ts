// PgBouncer in transaction mode: each transaction may get another session.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Client } from "pg";
import { endWithParent } from "../../build/end-with-parent.mjs";
import type { PostgresServer } from "../../src-backend/database/postgres-url.ts";
import { type Cluster, freePort, makeFolder, own, START_MS } from "./cluster.ts";
import { ordinaryUser, programOf } from "./programs.ts";

/** Starts one before a server, for one user. @param sessions how many of the server's it shares out */
export async function startPgBouncer(cluster: Cluster, { user, password, database }: PostgresServer, sessions: number) {
  const folder = makeFolder(join(tmpdir(), "pgbouncer-"));
  const port = await freePort();
  const file = (name: string, lines: readonly string[]) => {
    const place = join(folder, name);
    writeFileSync(place, `${lines.join("\n")}\n`, { mode: 0o600 });
    own(place);
    return place;
  };
  const users = file("users.txt", [`"${user}" "${password}"`]);
  const settings = file("pgbouncer.ini", [
    "[databases]",
    `* = host=${cluster.folder} port=${cluster.port}`,
    "[pgbouncer]",
    "listen_addr = 127.0.0.1",
    `listen_port = ${port}`,
    "unix_socket_dir =",
    "auth_type = plain",
    `auth_file = ${users}`,
    "pool_mode = transaction",
    `default_pool_size = ${sessions}`,
  ]);
  const child = spawn(programOf("pgbouncer"), ["-q", settings], { ...ordinaryUser(), cwd: folder, stdio: "ignore" });
  endWithParent(child);
  const server: PostgresServer = { host: "127.0.0.1", port, user, password, database, tls: null };
  for (const end = Date.now() + START_MS; ; await pause(20)) {
    const client = new Client({ ...server, ssl: false });
    client.on("error", () => {});
    const answers = await client.connect().then(
      () => true,
      () => false,
    );
    await client.end();
    if (answers) break;
    if (child.exitCode !== null || Date.now() > end) throw new Error("PgBouncer does not start");
  }
  return {
    server,
    remove: async () => {
      const exited = once(child, "exit");
      if (child.kill("SIGKILL")) await exited;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
