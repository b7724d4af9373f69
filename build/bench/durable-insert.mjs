// A separate process: the least that a server with an answer on disk can do, one durable insert in a bare Fastify route.
import process from "node:process";
import { DatabaseSync } from "node:sqlite";
import fastify from "fastify";

const [file = ""] = process.argv.slice(2);
const database = new DatabaseSync(file);
// The settings of the backend (src-backend/database/sqlite-connection.ts).
database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
database.exec(
  "CREATE TABLE IF NOT EXISTS change (id text primary key, card_id text, device_id text, state text, at text)",
);
const insert = database.prepare("INSERT INTO change VALUES (?, ?, ?, 'changed', ?)");

const app = fastify({ logger: false });
app.get("/health", async () => ({ status: "ok" }));
app.post("/v1/cards/:card_id/pin-changes", async (request) => {
  const { card_id } = /** @type {{ card_id: string }} */ (request.params);
  const { request_id, device_id } = /** @type {Record<string, string>} */ (request.body);
  insert.run(request_id ?? "", card_id, device_id ?? "", new Date().toISOString());
  return { outcome: "changed" };
});
process.stdout.write(`The floor listening at ${await app.listen({ host: "127.0.0.1", port: 0 })}\n`);
process.on("disconnect", () => process.exit());
process.on("SIGTERM", () => process.exit());
