// A separate process that repeats one request on many connections until told to stop.
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { Agent, request } from "node:http";
import { constants, setPriority } from "node:os";
import process from "node:process";

const CONNECTIONS = 64;
const [url = "", token = "", method = "", path = ""] = process.argv.slice(2);
setPriority(constants.priority.PRIORITY_LOW);
/** @type {Record<string, number>} how often each status was answered */
const answers = {};
let isGoing = true;

/** @param {Agent} agent @returns {Promise<string>} */
function ask(agent) {
  return new Promise((resolve) => {
    const options = { agent, method, headers: { authorization: `Bearer ${token}` } };
    const sent = request(url + path.replace("UUID", randomUUID()), options, (response) => {
      response.resume().once("end", () => resolve(String(response.statusCode)));
    });
    sent.once("error", () => resolve("lost")).end();
  });
}

/** @param {Agent} agent */
async function askOverAndOver(agent) {
  while (isGoing) {
    const answer = await ask(agent);
    if (isGoing) answers[answer] = (answers[answer] ?? 0) + 1;
  }
}

process.on("disconnect", () => process.exit());
const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
const asking = Promise.all(Array.from({ length: CONNECTIONS }, () => askOverAndOver(agent)));
process.send?.("asking");
await once(process, "message");
isGoing = false;
agent.destroy(); // hangs up, so the backend has no work left for it
await asking;
process.send?.(answers, () => process.exit());
