import { writeFileSync } from "node:fs";
import { connect } from "node:net";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { programOf } from "../postgres/programs.ts";
import { freePorts, type Programs } from "./programs-beside.ts";

const PATIENCE_MS = 30_000;

/** HAProxy in front of the instances and of the database. */
export interface FrontProxy {
  /** Where the app would reach the backend. */
  readonly url: string;
  /** Where the instances reach whichever server is the primary. */
  readonly databasePort: number;
  /** Sends the database's connections to another port from now on, and ends those that there are. */
  readonly switchDatabase: (port: number) => Promise<void>;
  /** Waits until it has seen as many instances healthy. */
  readonly untilHealthy: (count: number) => Promise<void>;
}

/** The configuration of docs/postgresql.md, with the ports of the test. */
export function configurationOf(
  ports: { api: number; database: number; instances: readonly number[] },
  socket: string,
) {
  const instances = ports.instances.map((port, index) => `  server backend${index + 1} 127.0.0.1:${port} check`);
  return `global
  stats socket ${socket} level admin
  maxconn 500

defaults
  timeout connect 1s
  timeout client 30s
  timeout server 30s

frontend api
  mode http
  bind 127.0.0.1:${ports.api}
  default_backend instances

backend instances
  mode http
  balance roundrobin
  # A request is tried at another instance only if no connection came about: nothing of it has been sent then.
  retry-on conn-failure
  retries 2
  option redispatch 1
  # On a connection of its own: one that was kept may just be closing.
  http-reuse never
  option httpchk GET /ready
  http-check expect status 200
  timeout check 2s
  default-server inter 250ms fastinter 100ms fall 2 rise 1
${instances.join("\n")}

listen database
  mode tcp
  bind 127.0.0.1:${ports.database}
  timeout client 1h
  timeout server 1h
  retries 0
  server primary 127.0.0.1:1 disabled
`;
}

/** Starts HAProxy. @param instances the ports of the instances */
export async function startProxy(programs: Programs, instances: readonly number[]): Promise<FrontProxy> {
  const [api = 0, database = 0] = await freePorts(2);
  const socket = path.join(programs.folder, "proxy.sock");
  const file = path.join(programs.folder, "proxy.cfg");
  writeFileSync(file, configurationOf({ api, database, instances }, socket));
  programs.giveAway(file);
  const proxy = programs.startOfSystem("proxy", programOf("haproxy"), ["-db", "-q", "-f", file]);
  let hasEnded = false;
  proxy.gone.then(() => {
    hasEnded = true;
  });
  const giveUpAt = Date.now() + PATIENCE_MS;
  while (!(await tell(socket, "show version").catch(() => ""))) {
    if (hasEnded || Date.now() > giveUpAt) throw new Error(`HAProxy did not start:\n${proxy.said()}`);
    await pause(50);
  }
  return {
    url: `http://127.0.0.1:${api}`,
    databasePort: database,
    switchDatabase: async (port) => {
      const server = "database/primary";
      await tell(socket, `set server ${server} state maint`);
      await tell(socket, `shutdown sessions server ${server}`);
      const said = await tell(socket, `set server ${server} addr 127.0.0.1 port ${port}`);
      if (!said.includes("changed") && !said.includes("no need")) throw new Error(`HAProxy: ${said}`);
      await tell(socket, `set server ${server} state ready`);
    },
    untilHealthy: async (count) => {
      const end = Date.now() + PATIENCE_MS;
      for (;;) {
        const lines = (await tell(socket, "show stat"))
          .split("\n")
          .filter((line) => line.startsWith("instances,backend"));
        if (lines.filter((line) => line.split(",")[17]?.startsWith("UP")).length >= count) return;
        if (Date.now() > end) throw new Error(`HAProxy does not see ${count} instances:\n${lines.join("\n")}`);
        await pause(50);
      }
    },
  };
}

/** A command on HAProxy's own socket (management.txt, "Unix Socket commands"). @returns its answer */
function tell(socket: string, command: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    const connection = connect(socket, () => connection.end(`${command}\n`));
    connection.setEncoding("utf8");
    connection.on("data", (chunk) => {
      said += chunk;
    });
    connection.once("error", reject);
    connection.once("close", () => resolve(said.trim()));
  });
}
