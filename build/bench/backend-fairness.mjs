import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { Agent, request } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { startServer } from "../tasks/servers.mjs";

/** The greedy customer's requests. CARD is their own card, UUID a new one each time. */
const greed = /** @type {const} */ ([
  ["settlement of invented ids", "POST", "/v1/pin-changes/UUID/settlement"],
  ["cards", "GET", "/v1/cards"],
  ["devices", "GET", "/v1/devices"],
  ["PIN key", "GET", "/v1/cards/CARD/pin-key"],
]);
const ALONE_MS = 400;
/** Long enough to include refusals, which the backend delays by a second. */
const BESIDE_MS = 1200;
/** They take turns, so a continuous series of single requests makes none of them greedy. */
const quiet = Array.from({ length: 24 }, (_, index) => `quiet${index}`);

/**
 * `npm run bench -- backend-fairness`: compares how long a customer waits for their cards alone, and beside another who
 * sends requests at full speed. Goal: p99 at most twice as long. Measures alone before and after each, so other load affects
 * both. The greedy customer's process has the lowest priority, so the two share the backend's time, not the processor's.
 * @param {AbortSignal} stopping
 */
export async function run(stopping) {
  const folder = await mkdtemp(path.join(tmpdir(), "cardbound-bench-"));
  const solaris = start("quick-solaris.mjs", []);
  const [{ port }] = await once(solaris, "message");
  const greedy = greed.map((_, index) => `greedy${index}`);
  const customers = path.join(folder, "customers.json");
  const people = [...quiet, ...greedy].map((name) => ({ name, person_id: name, accounts: [name] }));
  await writeFile(customers, JSON.stringify(people));
  const environment = {
    PORT: "0",
    SOLARIS_API_URL: `http://127.0.0.1:${port}`,
    SOLARIS_AUTH_URL: `http://127.0.0.1:${port}/token`,
    SOLARIS_CLIENT_ID: "bench",
    SOLARIS_CLIENT_SECRET: "bench",
    DEMO_CUSTOMERS: customers,
    DATABASE_FILE: path.join(folder, "backend.db"),
    DRAIN_SECONDS: "0",
  };
  // With the limits it ships with.
  const backend = await startServer("backend", environment, "ignore");
  const asking = new Agent({ keepAlive: true, maxSockets: 1 });
  try {
    const tokens = new Map();
    for (const { name } of people) tokens.set(name, await signIn(asking, backend.url, name));
    const quietTokens = quiet.map((name) => tokens.get(name));
    /** @param {number} ms */
    const measure = (ms) => measureCards(asking, backend.url, quietTokens, ms);
    await measure(ALONE_MS); // warms the backend up
    const rows = [];
    for (const [index, [what, method, address]] of greed.entries()) {
      if (stopping.aborted) return 130;
      const call = [backend.url, tokens.get(greedy[index]), method, address.replace("CARD", `card-${greedy[index]}`)];
      rows.push({ what, ...(await compare(call, measure)) });
    }
    print(rows);
  } finally {
    asking.destroy();
    await backend.close();
    solaris.disconnect();
    await rm(folder, { recursive: true, force: true });
  }
  return 0;
}

/** @param {string[]} call the greedy customer's request @param {(ms: number) => Promise<number[]>} measure times in ms */
async function compare(call, measure) {
  const alone = await measure(ALONE_MS);
  const customer = start("greedy-customer.mjs", call);
  await once(customer, "message"); // it sends requests from now on
  const beside = await measure(BESIDE_MS);
  customer.send("stop");
  const [message] = await once(customer, "message");
  const answers = /** @type {Record<string, number>} how often each status */ (message);
  return { alone: [...alone, ...(await measure(ALONE_MS))], beside, answers };
}

/**
 * @param {Agent} agent @param {string} url @param {string[]} tokens @param {number} ms for how long
 * @returns {Promise<number[]>} how long each took, in ms
 */
async function measureCards(agent, url, tokens, ms) {
  const times = [];
  const end = performance.now() + ms;
  for (let count = 0; performance.now() < end; count += 1) {
    const startedAt = performance.now();
    const headers = { authorization: `Bearer ${tokens[count % tokens.length]}` };
    const { status } = await ask(agent, "GET", `${url}/v1/cards`, headers);
    if (status !== 200) throw new Error(`the quiet customer was answered ${status}`);
    times.push(performance.now() - startedAt);
  }
  return times;
}

/** @param {Agent} agent @param {string} url @param {string} name @returns {Promise<string>} */
async function signIn(agent, url, name) {
  const headers = { "content-type": "application/json" };
  const { text } = await ask(agent, "POST", `${url}/demo/sign-in`, headers, JSON.stringify({ name }));
  return JSON.parse(text).token;
}

/**
 * @param {Agent} agent @param {string} method @param {string} url @param {Record<string, string>} headers @param {string} [body]
 * @returns {Promise<{ status: number | undefined, text: string }>}
 */
function ask(agent, method, url, headers, body) {
  return new Promise((resolve, reject) => {
    const sent = request(url, { agent, method, headers }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (chunk) => {
        text += chunk;
      });
      response.once("end", () => resolve({ status: response.statusCode, text }));
    });
    sent.once("error", reject).end(body);
  });
}

/** @param {string} script @param {string[]} args */
function start(script, args) {
  return fork(fileURLToPath(new URL(script, import.meta.url)), args);
}

/** @param {({ what: string } & Awaited<ReturnType<typeof compare>>)[]} rows */
function print(rows) {
  process.stdout.write("GET /v1/cards of a quiet customer, in ms, alone and beside one who asks at full speed\n");
  for (const { what, alone, beside, answers } of rows) {
    const ratio = quantile(beside, 0.99) / quantile(alone, 0.99);
    const answered = Object.entries(answers).map(([status, count]) => `${count} × ${status}`);
    process.stdout.write(`\n${what} (${answered.join(", ")})\n${lineOf("alone", alone)}\n`);
    process.stdout.write(`${lineOf("beside", beside)}   p99 × ${ratio.toFixed(2)}\n`);
  }
}

/** @param {string} name @param {number[]} times */
function lineOf(name, times) {
  const [p50, p99] = [0.5, 0.99].map((part) => quantile(times, part).toFixed(1).padStart(6));
  return `  ${name.padEnd(6)} ${String(times.length).padStart(5)} requests  p50 ${p50}  p99 ${p99}`;
}

/** The nearest-rank quantile. @param {number[]} times @param {number} part */
function quantile(times, part) {
  const sorted = [...times].sort((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)] ?? Number.NaN;
}
