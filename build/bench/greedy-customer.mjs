// A process of its own: while it is told to, it asks one thing of the backend over and over, from many connections.
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { Agent, request } from "node:http";
import { setPriority } from "node:os";
import process from "node:process";

const CONNECTIONS = 64;
const [url = "", token = "", method = "", path = "", niceness = "0"] = process.argv.slice(2);
setPriority(Number(niceness));
const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
/** @type {Record<string, number>} how often each status was answered */
const answers = {};
let isGoing = false;

/** @returns {Promise<string>} */
function ask() {
  return new Promise((resolve) => {
    const options = { agent, method, headers: { authorization: `Bearer ${token}` } };
    const sent = request(url + path.replace("UUID", randomUUID()), options, (response) => {
      response.resume().once("end", () => resolve(String(response.statusCode)));
    });
    sent.once("error", () => resolve("lost")).end();
  });
}

async function askOverAndOver() {
  while (isGoing) {
    const answer = await ask();
    answers[answer] = (answers[answer] ?? 0) + 1;
  }
}

process.on("disconnect", () => process.exit());
process.send?.("ready");
for (;;) {
  await once(process, "message"); // go
  isGoing = true;
  const asking = Promise.all(Array.from({ length: CONNECTIONS }, askOverAndOver));
  await once(process, "message"); // stop
  isGoing = false;
  await asking;
  process.send?.(answers);
}
