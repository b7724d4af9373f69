// A separate process: so many connections, each with one customer's signed PIN changes one after another, and one more that
// asks /health meanwhile. It speaks HTTP by itself, because node:http would cost as much as the backend.
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { connect } from "node:net";
import process from "node:process";
import { setTimeout as pause } from "node:timers/promises";

/**
 * One run: against this server, by these customers (one for each connection), for so long.
 * @typedef {{ port: number, customers: { name: string, token: string }[], ms: number }} Run
 */

const HEALTH_EVERY_MS = 5;
/** @type {{ encrypted_pin: string, signature: string }[]} */
const signed = JSON.parse(readFileSync(process.argv[2] ?? "", "utf8"));

/** A connection that is kept. @param {number} port @returns {{ ask: (text: string) => Promise<number>, end: () => void }} */
function keptConnection(port) {
  const socket = connect({ port, host: "127.0.0.1", noDelay: true });
  let said = "";
  /** @type {((status: number) => void) | undefined} */
  let answered;
  const answer = (/** @type {number} */ status) => {
    said = "";
    answered?.(status);
  };
  socket.setEncoding("latin1");
  socket.on("data", (chunk) => {
    said += chunk;
    const head = said.indexOf("\r\n\r\n");
    if (head < 0) return;
    const length = Number(/\r\ncontent-length: (\d+)/i.exec(said.slice(0, head))?.[1] ?? 0);
    if (said.length >= head + 4 + length) answer(Number(said.slice(9, 12)));
  });
  socket.on("error", () => answer(0));
  socket.on("close", () => answer(0));
  return {
    /** The answer's status; 0 if the connection ended without one. */
    ask: (text) =>
      new Promise((resolve) => {
        answered = resolve;
        if (socket.destroyed) resolve(0);
        else socket.write(text);
      }),
    end: () => socket.destroy(),
  };
}

/** @param {Run} run */
async function measure({ port, customers, ms }) {
  /** @type {number[]} in milliseconds */
  const times = [];
  /** @type {number[]} in milliseconds */
  const health = [];
  /** @type {Record<string, number>} how often each status was answered */
  const statuses = {};
  const startedAt = performance.now();
  const endsAt = startedAt + ms;
  const changing = customers.map(async ({ name, token }, index) => {
    const connection = keptConnection(port);
    for (let count = index; performance.now() < endsAt; count += 1) {
      const { encrypted_pin, signature } = signed[count % signed.length] ?? {};
      const change = { request_id: randomUUID(), attempt: 1, device_id: `device-${name}`, key_id: "key" };
      const body = JSON.stringify({ ...change, encrypted_pin, signature });
      const sentAt = performance.now();
      const status = await connection.ask(
        `POST /v1/cards/card-${name}/pin-changes HTTP/1.1\r\nhost: backend\r\nauthorization: Bearer ${token}\r\n` +
          `content-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
      );
      times.push(performance.now() - sentAt);
      statuses[status] = (statuses[status] ?? 0) + 1;
      if (status === 0) break;
    }
    connection.end();
  });
  const asking = async () => {
    const connection = keptConnection(port);
    while (performance.now() < endsAt) {
      const sentAt = performance.now();
      await connection.ask("GET /health HTTP/1.1\r\nhost: backend\r\n\r\n");
      health.push(performance.now() - sentAt);
      await pause(HEALTH_EVERY_MS);
    }
    connection.end();
  };
  await Promise.all([...changing, asking()]);
  return { times, health, statuses, seconds: (performance.now() - startedAt) / 1000 };
}

process.on("message", (run) => {
  measure(/** @type {Run} */ (run)).then((measured) => process.send?.(measured));
});
process.on("disconnect", () => process.exit());
process.send?.("ready");
