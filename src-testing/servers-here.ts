import { appendFileSync, mkdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { backendEnvironment } from "../build/tasks/servers.mjs";
import { readConfig } from "../src-backend/config.ts";
import { type BackendOptions, startBackend } from "../src-backend/start-backend.ts";
import { readEnvironment } from "../src-sandbox/environment.ts";
import type { PinKey } from "../src-sandbox/pin/encryption-key.ts";
import { startSandbox } from "../src-sandbox/start-sandbox.ts";

/** Solaris' sandbox and a backend at it, whose output and database are in a folder. */
export interface RunningServers {
  readonly sandboxUrl: string;
  readonly backendUrl: () => string;
  /** Ends the backend: at once (`kill -9`) where it is a process of its own, in order where it is not. */
  readonly stopBackend: () => Promise<void>;
  /** Starts the backend again, at the same address and on the same database. */
  readonly startBackend: () => Promise<void>;
  readonly close: () => Promise<void>;
}

interface Running {
  readonly url: string;
  readonly stop: () => Promise<void>;
  readonly close: () => Promise<void>;
}
type Environment = Record<string, string>;
type StartBackend = (environment: Environment, log: string) => Promise<Running>;

/**
 * The real servers within this process: started in milliseconds, and with options of the test.
 * @param more environment for each
 * @param pinKey Solaris' PIN key to begin with, in place of a new one
 */
export async function startServersHere(
  folder: string,
  options: BackendOptions = {},
  more: { readonly backend?: Environment; readonly sandbox?: Environment } = {},
  pinKey?: PinKey,
): Promise<RunningServers> {
  const { customers } = placesIn(folder);
  const key = pinKey && { pinKey };
  const sandbox = await startSandbox({ ...readEnvironment(more.sandbox ?? {}), customersFile: customers, ...key });
  return withBackend(folder, sandbox, async (environment, log) => {
    const logTo = options.logTo ?? { write: (line: string) => appendFileSync(log, line) };
    const backend = await startBackend(readConfig({ ...environment, ...more.backend }), { ...options, logTo });
    return { url: backend.url, stop: backend.close, close: backend.close };
  });
}

/** Adds a backend to a sandbox. @param start is given its environment, and the file of its log */
export async function withBackend(
  folder: string,
  sandbox: { url: string; close: () => Promise<void> },
  start: StartBackend,
): Promise<RunningServers> {
  const { customers, backendLog, database } = placesIn(folder);
  await readFile(customers); // written before the sandbox says that it listens
  const environment = {
    ...backendEnvironment(sandbox.url, customers, database),
    LOG_LEVEL: "trace",
  };
  let running: Running | null = await start(environment, backendLog);
  const { url } = running;
  return {
    sandboxUrl: sandbox.url,
    backendUrl: () => url,
    stopBackend: async () => {
      await running?.stop();
      running = null;
    },
    startBackend: async () => {
      running ??= await start({ ...environment, PORT: new URL(url).port }, backendLog);
    },
    close: async () => {
      await sandbox.close(); // first, so that the backend waits for no answer that is held
      await running?.close();
    },
  };
}

/** Where the servers of a folder write. */
export function placesIn(folder: string) {
  for (const name of ["output", "database"]) mkdirSync(path.join(folder, name), { recursive: true });
  return {
    customers: path.join(folder, "customers.json"),
    sandboxLog: path.join(folder, "output", "sandbox.log"),
    backendLog: path.join(folder, "output", "backend.log"),
    database: path.join(folder, "database", "backend.db"),
  };
}
