// A separate process: the least that a server with an answer on disk can do, one durable insert in a bare Fastify route. With
// the address of Solaris it does what a change cannot do without: two reads on kept connections, a row before the change is
// sent, the change on a connection of its own, and a row after it.
import { Agent, request as ask } from "node:http";
import process from "node:process";
import { DatabaseSync } from "node:sqlite";
import fastify from "fastify";

const [file = "", solaris] = process.argv.slice(2);
const database = new DatabaseSync(file);
// The settings of the backend (src-backend/database/sqlite-connection.ts).
database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
database.exec("CREATE TABLE IF NOT EXISTS change (id text, card_id text, device_id text, state text, at text)");
const insert = database.prepare("INSERT INTO change VALUES (?, ?, ?, ?, ?)");
const kept = new Agent({ keepAlive: true });

/** @param {string} path @param {string} [body] sends this, on a connection of its own @returns {Promise<unknown>} */
function exchange(path, body) {
  const headers = { authorization: "Bearer token-of-the-benchmark", "content-type": "application/json" };
  const options = body ? { method: "POST", agent: false, headers } : { agent: kept, headers };
  return new Promise((resolve, reject) => {
    const asked = ask(`${solaris}${path}`, options, (answer) => {
      let text = "";
      answer.setEncoding("utf8").on("data", (chunk) => (text += chunk));
      answer.once("end", () => {
        if (answer.statusCode === 200) resolve(JSON.parse(text));
        else reject(new Error(`Solaris answered ${answer.statusCode}`));
      });
    });
    asked.once("error", reject).end(body);
  });
}

const app = fastify({ logger: false });
app.get("/health", async () => ({ status: "ok" }));
app.post("/v1/cards/:card_id/pin-changes", async (request) => {
  const { card_id } = /** @type {{ card_id: string }} */ (request.params);
  const { request_id, device_id, ...change } = /** @type {Record<string, string>} */ (request.body);
  const note = (/** @type {string} */ state) =>
    insert.run(request_id ?? "", card_id, device_id ?? "", state, new Date().toISOString());
  if (solaris !== undefined) {
    const person = card_id.slice("card-".length);
    await Promise.all([
      exchange(`/v1/accounts/${person}/cards`),
      exchange(`/v1/mfa/devices?filter[person_id]=${person}`),
    ]);
    note("started");
    await exchange(`/v1/cards/${card_id}/pin_update_requests`, JSON.stringify({ device_id, ...change }));
  }
  note("changed");
  return { outcome: "changed" };
});
process.stdout.write(`The floor listening at ${await app.listen({ host: "127.0.0.1", port: 0 })}\n`);
process.on("disconnect", () => process.exit());
process.on("SIGTERM", () => process.exit());
