import process from "node:process";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { backendEnvironment } from "../../build/tasks/servers.mjs";
import type { InstancePrograms } from "./built-instances.ts";
import type { Plant } from "./planted-backend-child.ts";
import { freePorts, type Program, type Programs } from "./programs-beside.ts";

/** What an instance is: the backend as it ships, or with a plant. */
export type Version = "shipped" | Plant;

/** The instances of the backend: processes, each at a port of its own that it keeps. */
export interface Instances {
  readonly ports: readonly number[];
  readonly origins: readonly string[];
  /** Starts one of them, and waits until it listens. Tries again if it ends before: its database may not be there yet. */
  readonly start: (index: number, version: Version) => Promise<void>;
  /** `kill -9`. */
  readonly kill: (index: number) => Promise<void>;
  /** Lets it finish what it is doing, as at the end of a deployment. */
  readonly stop: (index: number) => Promise<void>;
  /** Stops or continues it, as a computer does that is out of memory. */
  readonly freeze: (index: number) => void;
  readonly thaw: (index: number) => void;
  /** Stops all of them, and starts all as another version. */
  readonly replaceAll: (version: Version) => Promise<void>;
}

/** Of a call to the sandbox, on a busy computer; the ledger gives up an instance that was killed a little later. */
export const SOLARIS_TIMEOUT_MS = 4000;
const MOST_TRIES = 20;

/** @param environmentOf what an instance is told besides its port */
export async function openInstances(
  programs: Programs,
  built: InstancePrograms,
  count: number,
  environmentOf: (index: number) => Record<string, string>,
): Promise<Instances> {
  const ports = await freePorts(count);
  const running = new Map<number, Program>();
  const startOnce = (index: number, version: Version): Promise<boolean> => {
    const env = {
      PATH: process.env.PATH ?? "",
      ...environmentOf(index),
      PORT: String(ports[index]),
      ...(version !== "shipped" && { CLUSTER_PLANT: version }),
    };
    const script = version === "shipped" ? built.shipped : built.planted;
    const started = programs.startOurs(`instance-${index}`, process.execPath, [script], env);
    running.set(index, started);
    return new Promise((resolve) => {
      started.gone.then(() => resolve(false));
      createInterface(started.child.stdout as Readable).on("line", (line) => {
        if (line.startsWith("Partner backend listening at ")) resolve(true);
      });
    });
  };
  const start = async (index: number, version: Version): Promise<void> => {
    for (let tried = 0; tried < MOST_TRIES; tried += 1) if (await startOnce(index, version)) return;
    throw new Error(`instance ${index} does not start:\n${running.get(index)?.said()}`);
  };
  const stop = async (index: number): Promise<void> => running.get(index)?.end("SIGTERM");
  return {
    ports,
    origins: ports.map((port) => `http://127.0.0.1:${port}`),
    start,
    kill: async (index) => running.get(index)?.end("SIGKILL"),
    stop,
    freeze: (index) => void running.get(index)?.child.kill("SIGSTOP"),
    thaw: (index) => void running.get(index)?.child.kill("SIGCONT"),
    replaceAll: async (version) => {
      const all = ports.map((_, index) => index);
      await Promise.all(all.map(stop));
      await Promise.all(all.map((index) => start(index, version)));
    },
  };
}

/** What an instance is told of Solaris, the customers and the database. */
export function instanceEnvironment(
  solarisUrl: string,
  customers: string,
  databaseUrl: string,
): Record<string, string> {
  const { DATABASE_FILE: _, ...environment } = backendEnvironment(solarisUrl, customers, "");
  return {
    ...environment,
    DATABASE_URL: databaseUrl,
    LOG_LEVEL: "info",
    SOLARIS_TIMEOUT_MS: String(SOLARIS_TIMEOUT_MS),
  };
}
