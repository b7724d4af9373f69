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
 * two addresses, because the app's connection belongs to its backend's. In the person's own data folder, not in `out/`: their
 * keychain has entries of it, which have to be found again when a clone is built anew or deleted.
 * @typedef {object} Demonstration
 * @property {string} folder
 * @property {() => Promise<{ sandbox: number, backend: number }>} takePorts where the servers are to listen; 0: anywhere
 * @property {(servers: { sandboxUrl: string, backendUrl: string }) => Promise<void>} noteServers before the app starts
 * @property {() => void} close lets another `npm start` have it
 */

/**
 * `services`: the names under which the apps that were started with this world have their keychain entries. Each partner's has
 * another one.
 * @typedef {{ ports: { sandbox: number, backend: number } | null, origins: string[], services: string[] }} Notes
 */

/** Ports that systems do not give out by themselves (Linux begins at 32768, others at 49152). */
const anyPort = () => 20_000 + randomInt(10_000);

/** @type {Set<DatabaseSync>} referred to from here, because a connection that nobody refers to is closed, and with it goes its lock */
const held = new Set();

/**
 * Opens the demonstration for this start, alone. With `fresh` it begins anew: its entries in the keychain are removed, then all else.
 * @param {{ fresh: boolean, env: NodeJS.ProcessEnv }} options `env`: of the desktop, whose keychain and data folder it is
 * @returns {Promise<Demonstration>}
 * @throws {Refusal} where another `npm start` runs, or the keychain cannot be cleaned
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
 * Where a person's programs keep what they work with (XDG Base Directory, Apple's and Microsoft's guidelines). A relative
 * XDG_DATA_HOME is invalid, and ignored: it would be another folder wherever this is started.
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

/** As src-backend/database/server-lock.ts: the system ends it with this process, however that ends. @param {string} file */
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
      "Another `npm start` is running, on the same world.",
      "Close its window, or press Ctrl+C in its terminal, and start again. Where it has neither any more, end the process `run.mjs start`.",
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
    throw new Refusal(`${notesFile(folder)} cannot be read.`, "Begin anew: `npm start -- --fresh`.");
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

/** The port, or 0 where it is taken. @param {number} port @returns {Promise<number>} */
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

/** The keychain first: what is left of a world whose entries are gone is only files. @param {string} folder @param {NodeJS.ProcessEnv} env */
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

/** The customers whose entries are to go; the sandbox may have been ended while it wrote them. @param {string} folder */
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
 * @param {string[]} [services] the names they stand under; without any: that of the app as it would be built now
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
