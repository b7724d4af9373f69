import { once } from "node:events";
import { appendFileSync, mkdirSync, openSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { backendEnvironment, startServer } from "../../build/tasks/servers.mjs";
import { readConfig } from "../../src-backend/config.ts";
import { type BackendOptions, startBackend } from "../../src-backend/start-backend.ts";
import { readEnvironment } from "../../src-sandbox/environment.ts";
import { startSandbox } from "../../src-sandbox/start-sandbox.ts";

/** Solaris' sandbox and a backend at it, whose output and database are in a folder. */
export interface FaultServers {
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
type Within = (command: string[]) => string[];
type StartBackend = (environment: Environment, log: string) => Promise<Running>;

/**
 * The real servers as processes of their own, built as they ship.
 * @param within a command to run the backend with
 * @param onStart told the backend's process
 */
export async function startServerProcesses(folder: string, within?: Within, onStart?: (pid: number) => void) {
  const { customers, sandboxLog } = placesIn(folder);
  const environment = { PORT: "0", SANDBOX_CUSTOMERS_FILE: customers };
  const sandbox = await startServer("sandbox", environment, openSync(sandboxLog, "a"));
  return withBackend(folder, sandbox, async (variables, log) => {
    const backend = await startServer("backend", variables, openSync(log, "a"), within);
    onStart?.(backend.process.pid ?? 0);
    const stop = async () => {
      const gone = once(backend.process, "exit");
      backend.process.kill("SIGKILL");
      await gone;
    };
    return { url: backend.url, stop, close: backend.close };
  });
}

/**
 * The same servers within this process: started in milliseconds, and with options of the test.
 * @param more environment for each
 */
export async function startServersHere(
  folder: string,
  options: BackendOptions = {},
  more: { readonly backend?: Environment; readonly sandbox?: Environment } = {},
) {
  const { customers } = placesIn(folder);
  const sandbox = await startSandbox({ ...readEnvironment(more.sandbox ?? {}), customersFile: customers });
  return withBackend(folder, sandbox, async (environment, log) => {
    const logTo = options.logTo ?? { write: (line: string) => appendFileSync(log, line) };
    const backend = await startBackend(readConfig({ ...environment, ...more.backend }), { ...options, logTo });
    return { url: backend.url, stop: backend.close, close: backend.close };
  });
}

async function withBackend(
  folder: string,
  sandbox: { url: string; close: () => Promise<void> },
  start: StartBackend,
): Promise<FaultServers> {
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

function placesIn(folder: string) {
  for (const name of ["output", "database"]) mkdirSync(path.join(folder, name), { recursive: true });
  return {
    customers: path.join(folder, "customers.json"),
    sandboxLog: path.join(folder, "output", "sandbox.log"),
    backendLog: path.join(folder, "output", "backend.log"),
    database: path.join(folder, "database", "backend.db"),
  };
}
