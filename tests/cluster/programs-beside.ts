import { type ChildProcess, fork, type SpawnOptions, type StdioOptions, spawn } from "node:child_process";
import { once } from "node:events";
import { chownSync, closeSync, openSync, readFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { type AddressInfo, createServer } from "node:net";
import path from "node:path";
import process from "node:process";
import { makeSuiteFolder } from "../faults/suite-folder.ts";
import { ordinaryUser } from "../postgres/programs.ts";
import type { Told } from "./undertaker-child.ts";

/** A program that runs beside the tests. */
export interface Program {
  readonly child: ChildProcess;
  /** Once it has ended, however that came. */
  readonly gone: Promise<void>;
  /** Ends it, and waits until it has. */
  readonly end: (signal: NodeJS.Signals) => Promise<void>;
  /** Its output so far. */
  readonly said: () => string;
}

/** A folder, and the programs that have their files in it. Nothing of either outlives the test. */
export type Programs = Awaited<ReturnType<typeof openPrograms>>;

/**
 * Opens a folder for programs of the system, which run as an ordinary user, and for ours. If this process dies, another one
 * (undertaker-child.ts) ends them and removes the folder.
 */
export async function openPrograms() {
  const folder = await makeSuiteFolder("cluster");
  const { uid, gid } = ordinaryUser();
  const giveAway = (file: string): void => {
    if (uid !== undefined && gid !== undefined) chownSync(file, uid, gid);
  };
  giveAway(folder);
  // Detached, so that Ctrl+C in the terminal does not end it before them.
  const undertaker = fork(path.join(import.meta.dirname, "undertaker-child.ts"), { detached: true, execArgv: [] });
  undertaker.unref();
  undertaker.channel?.unref();
  const tell = (told: Told) => void (undertaker.connected && undertaker.send(told));
  tell({ folder });
  const running = new Set<Program>();

  const start = (
    name: string,
    command: string,
    args: readonly string[],
    { stdio: stdout, ...options }: SpawnOptions & { readonly stdio: "ignore" | "pipe" },
  ): Program => {
    const log = path.join(folder, `${name}.log`);
    const output = openSync(log, "a");
    const stdio: StdioOptions = stdout === "pipe" ? ["ignore", "pipe", output, "ipc"] : ["ignore", output, output];
    const child = spawn(command, args, { cwd: folder, ...options, stdio });
    closeSync(output);
    const gone = new Promise<void>((resolve) => {
      child.once("exit", () => resolve());
      child.once("error", () => resolve());
    });
    const end = async (signal: NodeJS.Signals) => {
      child.kill(signal);
      await gone;
    };
    const program = { child, gone, end, said: () => readFileSync(log, "utf8") };
    running.add(program);
    gone.then(() => running.delete(program));
    if (child.pid !== undefined) tell({ pid: child.pid, signal: "SIGKILL" });
    return program;
  };

  return {
    folder,
    /** Lets the programs of the system read a file. */
    giveAway,
    /** Starts a program of the system. Its output goes to a file of that name. */
    startOfSystem: (name: string, command: string, args: readonly string[]): Program =>
      start(name, command, args, { ...ordinaryUser(), env: { PATH: process.env.PATH, LC_ALL: "C" }, stdio: "ignore" }),
    /**
     * Starts a program of ours, as this process' own user; what it says on stderr goes to the file. With a channel: a
     * backend ends by itself when the process is gone that has started it.
     */
    startOurs: (name: string, command: string, args: readonly string[], env: Record<string, string>): Program =>
      start(name, command, args, { env, stdio: "pipe" }),
    /** Has the undertaker see to a PostgreSQL that somebody else has started, within this folder. */
    adoptPostgres: (pid: number): void => tell({ pid, signal: "SIGQUIT" }),
    /** Has the undertaker remove a folder that is removed in order by somebody else. */
    adoptFolder: (other: string): void => tell({ folder: other }),
    /** Ends what still runs, and removes the folder. */
    close: async (): Promise<void> => {
      for (const program of [...running].reverse()) await program.end("SIGKILL");
      await rm(folder, { recursive: true, force: true });
      if (!undertaker.connected) return;
      const gone = once(undertaker, "exit");
      tell({ isOver: true });
      undertaker.disconnect();
      await gone;
    },
  };
}

/** Ports that are free, as the system says. Another program may take one in between; then what wants it fails to start. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, "127.0.0.1"));
  for (const server of servers) if (!server.listening) await once(server, "listening");
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}
