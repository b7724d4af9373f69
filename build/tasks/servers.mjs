import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
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
  LIMIT_LETTERS: "100000/3600",
  LIMIT_SETTLEMENTS: "100000/3600",
  LIMIT_REQUESTS: "100000/60",
};

/**
 * What outlives these servers: the folder of their files, and their ports.
 * @typedef {{ folder: string, ports: { sandbox: number, backend: number } }} Lasting
 */

/**
 * `issuer`: the identity provider's address, and `signIn`: what the app is told (`--sign-in=`) where people sign in with the browser;
 * null where a name is enough.
 * @typedef {{ sandboxUrl: string, backendUrl: string, issuer: string | null, signIn: string | null, close: () => Promise<void> }} Servers
 */

/**
 * Starts the Solaris sandbox, and the partner backend against it, as separate processes.
 * @param {{ sandbox?: Record<string, string>, backend?: Record<string, string>, log?: "inherit" | "ignore", lasting?:
 *   Lasting, browserSignIn?: boolean }} [options]
 *   extra environment for each; without `lasting` they use free ports, and leave nothing behind; with `browserSignIn` the
 *   bank's identity provider runs too, and nobody signs in by a name alone
 * @returns {Promise<Servers>}
 */
export async function startServers({
  sandbox: sandboxEnv = {},
  backend: backendEnv = {},
  log = "inherit",
  lasting,
  browserSignIn = false,
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
    const provider = browserSignIn ? await startProvider(customers, log) : null;
    if (provider !== null) closers.push(provider.close);
    const port = lasting?.ports.backend || (provider ? await freePort() : 0);
    const environment = {
      ...backendEnvironment(sandbox.url, customers, path.join(folder, "backend.db")),
      CUSTOMER_ID_SECRET, // with the names, too: a world that is kept is used in either way
      ...(provider && signInEnvironment(provider.url, `http://127.0.0.1:${port}`)),
      PORT: String(port),
    };
    const backend = await startServer("backend", { ...environment, ...backendEnv }, log);
    closers.push(backend.close);
    const signIn = provider && JSON.stringify(signInOf(provider.url));
    return { sandboxUrl: sandbox.url, backendUrl: backend.url, issuer: provider?.url ?? null, signIn, close };
  } catch (error) {
    await close();
    if (lasting === undefined || !(error instanceof Refusal)) throw error;
    throw new Refusal(
      error.message,
      `${error.nextStep} Where a file is damaged: \`npm start -- --fresh\` begins anew.`,
    );
  }
}

/** The backend in the tokens of the demonstration, and in its proofs: its real address changes. */
export const AUDIENCE = "https://cards.demonstration.example";
const CLIENT_ID = "cardbound-desktop";
const STRONG = "urn:cardbound:2fa";
const CUSTOMER_ID_SECRET = "the-demonstration-s-which-everybody-may-know";

/** @param {string} customers the file that the sandbox has written @param {"inherit" | "ignore"} log */
const startProvider = (customers, log) =>
  startServer("identity-provider", { PORT: "0", IDENTITY_PEOPLE: customers, IDENTITY_AUDIENCE: AUDIENCE }, log);

/** What a development build is told of the provider. @param {string} issuer */
export const signInOf = (issuer) => ({ issuer, client_id: CLIENT_ID, audience: AUDIENCE, acr_values: [STRONG] });

/**
 * What a backend is told of the provider, in place of the names.
 * @param {string} issuer @param {string} origin where the app reaches the backend
 */
export const signInEnvironment = (issuer, origin) => ({
  DEMO_CUSTOMERS: "",
  OIDC_ISSUER: issuer,
  OIDC_AUDIENCE: AUDIENCE,
  OIDC_CLIENT_IDS: CLIENT_ID,
  OIDC_DPOP: "required",
  PUBLIC_ORIGIN: origin,
  STEP_UP_ACR: STRONG,
  STEP_UP_MAX_AGE_SECONDS: "300",
  PERSON_CLAIM: "person_id",
  CUSTOMER_ID_SECRET,
});

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
    DRAIN_SECONDS: "0",
  };
}

/** A backend has to know its address before it starts. Another program may take the port in between; then the start fails. */
async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  server.close();
  return port;
}

/**
 * Starts one of our servers and waits for the line with its address.
 * @param {"sandbox" | "backend" | "identity-provider"} name
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
