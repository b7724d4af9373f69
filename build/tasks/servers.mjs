import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { stopChild } from "../child-process.mjs";
import { out } from "../paths.mjs";
import { Refusal } from "../say.mjs";

/** Demonstrations and tests bind and change more often than a cardholder; tests of the limits set their own. */
const limits = {
  LIMIT_PIN_CHANGES: "100000/3600",
  LIMIT_BINDINGS: "100000/3600",
  LIMIT_CODES: "100000/3600",
  LIMIT_CODE_CHECKS: "100000/3600",
  LIMIT_SETTLEMENTS: "100000/3600",
  LIMIT_REQUESTS: "100000/60",
};

/**
 * What outlives these servers: the folder of their files, and their ports.
 * @typedef {{ folder: string, ports: { sandbox: number, backend: number } }} Lasting
 */

/** @typedef {{ sandboxUrl: string, backendUrl: string, close: () => Promise<void> }} Servers */

/**
 * Starts the Solaris sandbox, and the partner backend against it, as separate processes.
 * @param {{ sandbox?: Record<string, string>, backend?: Record<string, string>, log?: "inherit" | "ignore", lasting?:
 *   Lasting }} [options]
 *   extra environment for each; without `lasting` they use free ports, and leave nothing behind
 * @returns {Promise<Servers>}
 */
export async function startServers({
  sandbox: sandboxEnv = {},
  backend: backendEnv = {},
  log = "inherit",
  lasting,
} = {}) {
  const folder = lasting?.folder ?? (await mkdtemp(path.join(tmpdir(), "cardbound-servers-")));
  const customers = customersFile(folder);
  /** @type {Array<() => Promise<void>>} */
  const closers = lasting ? [] : [() => rm(folder, { recursive: true, force: true })];
  const close = async () => {
    for (const closer of closers.reverse()) await closer();
  };
  try {
    const sandbox = await startServer("sandbox", { ...sandboxOf(customers, lasting), ...sandboxEnv }, log);
    closers.push(sandbox.close);
    const environment = backendEnvironment(sandbox.url, customers, path.join(folder, "backend.db"));
    const backend = await startServer(
      "backend",
      { ...environment, ...(lasting && { PORT: String(lasting.ports.backend) }), ...backendEnv },
      log,
    );
    closers.push(backend.close);
    return { sandboxUrl: sandbox.url, backendUrl: backend.url, close };
  } catch (error) {
    await close();
    if (lasting === undefined || !(error instanceof Refusal)) throw error;
    throw new Refusal(
      error.message,
      `${error.nextStep} Where a file is damaged: \`npm start -- --fresh\` begins anew.`,
    );
  }
}

/** The file in which the sandbox lists its customers. @param {string} folder */
export const customersFile = (folder) => path.join(folder, "customers.json");

/** @param {string} customers @param {Lasting | undefined} lasting @returns {Record<string, string>} */
function sandboxOf(customers, lasting) {
  if (lasting === undefined) return { PORT: "0", SANDBOX_CUSTOMERS_FILE: customers };
  const world = path.join(lasting.folder, "sandbox.json");
  return { PORT: String(lasting.ports.sandbox), SANDBOX_CUSTOMERS_FILE: customers, SANDBOX_WORLD_FILE: world };
}

/**
 * The environment of a backend that uses a sandbox, on a free port.
 * @param {string} sandboxUrl @param {string} customers the file that the sandbox writes @param {string} database
 * @returns {Record<string, string>}
 */
export function backendEnvironment(sandboxUrl, customers, database) {
  return {
    PORT: "0",
    SOLARIS_API_URL: sandboxUrl,
    SOLARIS_AUTH_URL: `${sandboxUrl}/oauth2/token`,
    SOLARIS_CLIENT_ID: "cardbound-demo",
    SOLARIS_CLIENT_SECRET: "cardbound-demo-secret",
    ...limits,
    DEMO_CUSTOMERS: customers,
    DATABASE_FILE: database,
  };
}

/**
 * Starts one of our servers and waits for the line with its address.
 * @param {"sandbox" | "backend"} name
 * @param {Record<string, string>} env
 * @param {"inherit" | "ignore" | number} log the target of its stderr; a number is a file descriptor
 * @param {(command: string[]) => string[]} [within] wraps the command in another, which execs it
 * @returns {Promise<{ url: string, process: import("node:child_process").ChildProcess, close: () => Promise<void> }>}
 */
export function startServer(name, env, log, within = (command) => command) {
  const [command = "", ...args] = within([process.execPath, path.join(out, name, "index.js")]);
  const child = spawn(command, args, {
    env: { ...process.env, LOG_LEVEL: "warn", ...env },
    // The channel only signals our end: a server whose parent is gone drains and ends, even after `kill -9`.
    stdio: ["ignore", "pipe", log, "ipc"],
    detached: process.platform !== "win32", // Ctrl+C ends only the app; the servers stop after it
    windowsHide: true,
  });
  return new Promise((resolve, reject) => {
    child.once("exit", () => reject(new Refusal(`The ${name} did not start.`, "See its message above.")));
    createInterface(/** @type {import("node:stream").Readable} */ (child.stdout)).on("line", (line) => {
      const url = / listening at (http:\S+)$/.exec(line)?.[1];
      if (url) resolve({ url, process: child, close: () => stopChild(child) });
    });
  });
}
