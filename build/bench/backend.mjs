import { fork, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { stopChild } from "../child-process.mjs";
import { out } from "../paths.mjs";
import { say } from "../say.mjs";
import { EARLIER, earlierBackend } from "./earlier-backend.mjs";
import { ownPostgres } from "./own-postgres.mjs";
import { cpuSecondsOf, median, printGoals, printRow, printTitles, quantile } from "./results-of-backend.mjs";
import { makeSignedPins } from "./signed-pins.mjs";

/** @import { Result } from "./results-of-backend.mjs" */

/**
 * What is measured: a server as a process, and its customers' tokens.
 * @typedef {{ name: string, port: number, pid: number, tokens: string[], close: () => Promise<void> }} Subject
 */

const whole = { connections: [1, 16, 64, 256], rounds: 5, ms: 3000 };
/** Less than a minute. */
const quick = { connections: [64], rounds: 3, ms: 1500 };
const WARM_UP_MS = 1500;
/** More than the benchmark does, for all customers together. */
const unlimited = { LIMIT_PIN_CHANGES: "999999/60", LIMIT_REQUESTS: "999999/1" };
/** The backend before this work knows no other limits. */
const sinceThen = { LIMIT_SETTLEMENTS: "999999/60", CUSTOMER_ID_SECRET: "of-the-benchmark-which-everybody-may-know" };

/**
 * `npm run bench -- backend`: signed PIN changes per second, and how long each takes, on SQLite and on PostgreSQL, beside the
 * backend of 8788437 and beside two bare Fastify routes: one durable insert, and what a change
 * cannot do without. The generator and Solaris' stand-in, which
 * verifies each signature, are processes of their own on the same computer. All subjects run the whole time and are measured
 * in turns, so other load meets all alike: believe the ratios. Goals are printed as met or missed; they decide nothing.
 * `--quick`: 64 connections only, `--sqlite`: without PostgreSQL.
 * @param {AbortSignal} stopping @param {string[]} options
 */
export async function run(stopping, options = []) {
  const { connections, rounds, ms } = options.includes("--quick") ? quick : whole;
  const folder = await mkdtemp(path.join(tmpdir(), "cardbound-bench-"));
  /** @type {(() => unknown)[]} */
  const closers = [() => rm(folder, { recursive: true, force: true })];
  try {
    const { publicKey, file } = await makeSignedPins(folder);
    const solaris = start("verifying-solaris.mjs", [publicKey]);
    closers.push(() => solaris.disconnect());
    const [{ port }] = await once(solaris, "message");
    const generator = start("signed-changes.mjs", [file]);
    closers.push(() => generator.disconnect());
    await once(generator, "message");
    const names = Array.from({ length: Math.max(...connections) }, (_, index) => `customer${index}`);
    const customers = path.join(folder, "customers.json");
    const people = names.map((name) => ({ name, person_id: name, accounts: [name] }));
    await writeFile(customers, JSON.stringify(people));
    const environment = {
      PORT: "0",
      LOG_LEVEL: "warn",
      SOLARIS_API_URL: `http://127.0.0.1:${port}`,
      SOLARIS_AUTH_URL: `http://127.0.0.1:${port}/token`,
      SOLARIS_TIMEOUT_MS: "60000", // a busy computer is not what is measured
      SOLARIS_CLIENT_ID: "bench",
      SOLARIS_CLIENT_SECRET: "bench",
      DEMO_CUSTOMERS: customers,
      ...unlimited,
    };
    /** @type {Subject[]} */
    const subjects = [];
    /** @param {string} name @param {string} script @param {string[]} args @param {Record<string, string>} env */
    const add = async (name, script, args, env) => {
      const server = await startServer(script, args, env);
      closers.push(server.close);
      const tokens = env.DEMO_CUSTOMERS === undefined ? names : await signInAll(server.port, names);
      subjects.push({ name, ...server, tokens });
    };
    const backend = path.join(out, "backend", "index.js");
    const earlier = await earlierBackend();
    if ("file" in earlier) {
      await add(EARLIER, earlier.file, [], { ...environment, DATABASE_FILE: path.join(folder, "earlier.db") });
    } else say(`no comparison with ${EARLIER}: ${earlier.missing}`);
    const now = { ...environment, ...sinceThen };
    await add("SQLite", backend, [], { ...now, DATABASE_FILE: path.join(folder, "backend.db") });
    const postgres = options.includes("--sqlite") ? undefined : await ownPostgres();
    if (postgres !== undefined) {
      closers.push(postgres.remove);
      await add("PostgreSQL", backend, [], { ...now, DATABASE_URL: postgres.url });
    } else say("no PostgreSQL: it is not wanted, or not installed (Debian: postgresql-15)");
    const floor = fileURLToPath(new URL("durable-insert.mjs", import.meta.url));
    await add("bare insert", floor, [path.join(folder, "floor.db")], {});
    await add("bare change", floor, [path.join(folder, "bare.db"), `http://127.0.0.1:${port}`], {});

    /** @param {Subject} subject @param {number} count @param {number} during in milliseconds @returns {Promise<Result>} */
    const measure = async ({ name, port: at, pid, tokens }, count, during) => {
      await ask(solaris, "count"); // from here on
      const before = await cpuSecondsOf(pid);
      const by = tokens.slice(0, count).map((token, index) => ({ name: names[index], token }));
      const { times, health, statuses, seconds } = await ask(generator, { port: at, customers: by, ms: during });
      const used = (await cpuSecondsOf(pid)) - before;
      const { changed, refused, connections: made } = await ask(solaris, "count");
      const answered = statuses[200] ?? 0;
      const atSolaris = name === "bare insert" ? 0 : answered;
      // 504: it was sent, and nobody knows.
      if (answered === 0 || changed < atSolaris || changed > atSolaris + (statuses[504] ?? 0) || refused !== 0)
        throw new Error(`${name} answered ${JSON.stringify(statuses)}, and Solaris has carried out ${changed}`);
      return {
        rate: answered / seconds,
        refused: times.length - answered,
        p50: quantile(times, 0.5),
        p99: quantile(times, 0.99),
        health99: quantile(health, 0.99),
        cpuMs: (used * 1000) / answered,
        connections: made / answered,
      };
    };
    for (const subject of subjects) await measure(subject, Math.min(16, names.length), WARM_UP_MS);
    printTitles(rounds, ms);
    for (const count of connections) {
      /** @type {Map<string, Result[]>} */
      const results = new Map(subjects.map(({ name }) => [name, []]));
      for (let round = 0; round < rounds; round += 1) {
        for (const subject of subjects) {
          if (stopping.aborted) return 0;
          results.get(subject.name)?.push(await measure(subject, count, ms));
        }
      }
      const medians = new Map([...results].map(([name, all]) => [name, median(all)]));
      for (const [name, result] of medians) printRow(count, name, result, medians.get(EARLIER));
      if (count === 64) printGoals(medians, EARLIER);
    }
    return 0;
  } finally {
    for (const closer of closers.reverse()) await closer();
  }
}

/** @param {string} script @param {string[]} args */
function start(script, args) {
  return fork(fileURLToPath(new URL(script, import.meta.url)), args, { serialization: "advanced" });
}

/** @param {import("node:child_process").ChildProcess} child @param {import("node:child_process").Serializable} question */
async function ask(child, question) {
  const answer = once(child, "message");
  child.send(question);
  return (await answer)[0];
}

/** Starts a server, and waits for the line with its address. @param {string} script @param {string[]} args @param {Record<string, string>} env */
function startServer(script, args, env) {
  const child = spawn(process.execPath, [script, ...args], {
    env: { PATH: process.env.PATH ?? "", NODE_ENV: "production", ...env },
    stdio: ["ignore", "pipe", "inherit", "ipc"],
  });
  return new Promise((/** @type {(server: Pick<Subject, "port" | "pid" | "close">) => void} */ resolve, reject) => {
    child.once("exit", () => reject(new Error(`${script} did not start`)));
    createInterface(/** @type {import("node:stream").Readable} */ (child.stdout)).on("line", (line) => {
      const port = Number(/ listening at http:\/\/127\.0\.0\.1:(\d+)$/.exec(line)?.[1]);
      if (port > 0) resolve({ port, pid: child.pid ?? 0, close: () => stopChild(child, 10_000) });
    });
  });
}

/** Signs each of them in, a few at a time. @param {number} port @param {string[]} names @returns {Promise<string[]>} */
async function signInAll(port, names) {
  /** @type {string[]} */
  const tokens = [];
  for (let from = 0; from < names.length; from += 8) {
    const some = names.slice(from, from + 8).map(async (name) => {
      const headers = { "content-type": "application/json" };
      const body = JSON.stringify({ name });
      const answer = await fetch(`http://127.0.0.1:${port}/demo/sign-in`, { method: "POST", headers, body });
      if (!answer.ok) throw new Error(`signing in was answered ${answer.status}`);
      return /** @type {{ token: string }} */ (await answer.json()).token;
    });
    tokens.push(...(await Promise.all(some)));
  }
  return tokens;
}
