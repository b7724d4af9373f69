import { randomInt } from "node:crypto";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { homedir } from "node:os";
import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import { outputOf } from "../child-process.mjs";
import { out } from "../paths.mjs";
import { Refusal, say } from "../say.mjs";
import { customersFile } from "../tasks/servers.mjs";

/**
 * What `npm start` keeps from one start to the next: the sandbox's world, the backend's database, the app's profile, and the
 * two addresses, because an enrolment belongs to its backend's address. It is in the user's data folder, not in `out/`,
 * because their keychain has entries that must still be found after a clone is rebuilt or deleted.
 * @typedef {object} Demonstration
 * @property {string} folder
 * @property {() => Promise<{ sandbox: number, backend: number }>} takePorts the servers' ports; 0 takes a free one
 * @property {(servers: { sandboxUrl: string, backendUrl: string }) => Promise<void>} noteServers before the app starts
 * @property {() => void} close releases it for another `npm start`
 */

/**
 * `services`: the keychain service names of the apps started with this world; each partner's app has its own.
 * @typedef {{ ports: { sandbox: number, backend: number } | null, origins: string[], services: string[] }} Notes
 */

/** Ports outside the systems' ephemeral ranges (Linux' begins at 32768, others' at 49152). */
const anyPort = () => 20_000 + randomInt(10_000);

/** @type {Set<DatabaseSync>} keeps a reference, because garbage collection closes a connection and releases its lock */
const held = new Set();

/**
 * Opens the demonstration exclusively. With `fresh` it starts over: removes its keychain entries, then everything else.
 * @param {{ fresh: boolean, env: NodeJS.ProcessEnv }} options `env`: the desktop's, for its keychain and data folder
 * @returns {Promise<Demonstration>}
 * @throws {Refusal} if another `npm start` runs, or the keychain cannot be cleaned
 */
export async function openDemonstration({ fresh, env }) {
  const home = path.join(dataFolder(env), "cardbound-demonstration");
  await mkdir(home, { recursive: true, mode: 0o700 });
  const close = lock(path.join(home, "lock"));
  const folder = path.join(home, "world");
  try {
    if (fresh) await forget(folder, env);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const notes = await readNotes(folder);
    return {
      folder,
      takePorts: () => takePorts(notes),
      noteServers: (servers) => noteServers(folder, notes, servers, env),
      close,
    };
  } catch (error) {
    close();
    throw error;
  }
}

/**
 * The user's folder for application data (XDG Base Directory, Apple's and Microsoft's guidelines). A relative XDG_DATA_HOME
 * is invalid and ignored, because it would depend on the working directory.
 * @param {NodeJS.ProcessEnv} env
 */
function dataFolder(env) {
  if (process.platform === "win32") return env.LOCALAPPDATA || path.join(homedir(), "AppData", "Local");
  if (process.platform === "darwin") return path.join(homedir(), "Library", "Application Support");
  const told = env.XDG_DATA_HOME ?? "";
  return path.isAbsolute(told) ? told : path.join(env.HOME || homedir(), ".local", "share");
}

/** https://sqlite.org/rescode.html */
const SQLITE_BUSY = 5;

/** Like src-backend/database/server-lock.ts: the system releases it however this process ends. @param {string} file */
function lock(file) {
  /** @type {DatabaseSync | undefined} */
  let taken;
  try {
    taken = new DatabaseSync(file, { timeout: 0 });
    taken.exec("PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE");
  } catch (cause) {
    taken?.close();
    const { errcode, message } = /** @type {Error & { errcode?: number }} */ (cause);
    if (errcode !== SQLITE_BUSY)
      throw new Refusal(`${file} cannot be locked (${message}).`, "See who may write there.");
    throw new Refusal(
      "Another `npm start` is running on the same world.",
      "Close its window, or press Ctrl+C in its terminal, and start again. If it has neither any more, end the process `run.mjs start`.",
    );
  }
  const connection = taken;
  held.add(connection);
  return () => {
    held.delete(connection);
    if (connection.isOpen) connection.close();
  };
}

/** @param {string} folder @returns {Promise<Notes>} */
async function readNotes(folder) {
  try {
    const { ports, origins, services = [] } = JSON.parse(await readFile(notesFile(folder), "utf8"));
    const read = { sandbox: portOf(ports.sandbox), backend: portOf(ports.backend) };
    return { ports: read, origins: origins.map(String), services: services.map(String) };
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "ENOENT")
      return { ports: null, origins: [], services: [] };
    throw new Refusal(`${notesFile(folder)} cannot be read.`, "Start over: `npm start -- --fresh`.");
  }
}

/** @param {unknown} noted @returns {number} */
function portOf(noted) {
  if (Number.isInteger(noted) && Number(noted) > 0 && Number(noted) < 65_536) return Number(noted);
  throw new RangeError("no port");
}

const forgetScript = path.join(out, "demonstration", "forget-entries.js");

/** @param {string} folder */
const notesFile = (folder) => path.join(folder, "notes.json");

/** @param {Notes} notes */
async function takePorts({ ports }) {
  const sandbox = await freePort(ports?.sandbox ?? anyPort());
  const backend = await freePort(ports?.backend ?? anyPort());
  if (ports !== null && backend === 0) {
    say(`another program has port ${ports.backend}, where this world's backend is: this time it is elsewhere.`);
    say(
      "  The app takes that for another bank, where no computer is connected. Free the port, and all is there again.",
    );
  }
  if (ports !== null && sandbox === 0)
    say(`another program has port ${ports.sandbox}, where this world's sandbox is: this time it is elsewhere.`);
  return { sandbox, backend };
}

/** The port, or 0 if it is taken. @param {number} port @returns {Promise<number>} */
function freePort(port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(0));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(port)));
  });
}

/**
 * @param {string} folder @param {Notes} notes @param {{ sandboxUrl: string, backendUrl: string }} servers
 * @param {NodeJS.ProcessEnv} env
 */
async function noteServers(folder, notes, { sandboxUrl, backendUrl }, env) {
  const port = (/** @type {string} */ url) => Number(new URL(url).port);
  const ports = notes.ports ?? { sandbox: port(sandboxUrl), backend: port(backendUrl) };
  const origins = [...new Set([...notes.origins, backendUrl])];
  const services = [...new Set([...notes.services, await outputOf(process.execPath, [forgetScript], { env })])];
  const file = notesFile(folder);
  await writeFile(`${file}.next`, JSON.stringify({ ports, origins, services }), { mode: 0o600, flush: true });
  await rename(`${file}.next`, file);
}

/** The keychain first: after that only files are left of the world. @param {string} folder @param {NodeJS.ProcessEnv} env */
async function forget(folder, env) {
  const { origins, services } = await readNotes(folder).catch(() => {
    say(
      "the former world's notes cannot be read: which entries in the keychain were its own is not known, so they stay",
    );
    return { origins: [], services: [] };
  });
  const customers = origins.length === 0 ? "[]" : await readCustomers(folder);
  const removed = await forgetEntries(origins, customers, env, services);
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  say(`beginning anew: the former world is gone, and ${removed} of its entries in the keychain`);
}

/** The customers whose entries to remove; the sandbox may have ended while writing them. @param {string} folder */
async function readCustomers(folder) {
  try {
    const text = await readFile(customersFile(folder), "utf8");
    personIdsOf(text);
    return text;
  } catch {
    say(
      "the former world's customers cannot be read: which entries in the keychain are theirs is not known, so they stay",
    );
    return "[]";
  }
}

/** @param {string} customers a DEMO_CUSTOMERS file's text */
const personIdsOf = (customers) =>
  JSON.parse(customers).map((/** @type {{ person_id: string }} */ one) => one.person_id);

/**
 * Removes the app's keychain entries that belong to these backends and customers, and no other.
 * @param {string[]} origins @param {string} customers a DEMO_CUSTOMERS file's text @param {NodeJS.ProcessEnv} env
 * @param {string[]} [services] their service names; by default that of a current build
 * @returns {Promise<number>} how many there were
 */
export async function forgetEntries(origins, customers, env, services = []) {
  const personIds = personIdsOf(customers);
  if (origins.length === 0 || personIds.length === 0) return 0;
  const what = JSON.stringify({ origins, personIds, services });
  try {
    return Number(await outputOf(process.execPath, [forgetScript, what], { env }));
  } catch (cause) {
    throw new Refusal(
      "The keychain's entries of this world could not be removed.",
      `Unlock the keychain, and try again. (${/** @type {Error} */ (cause).message.split("\n")[1] ?? ""})`,
    );
  }
}
