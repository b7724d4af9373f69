import { once } from "node:events";
import { connect } from "node:net";
import { expect, it, onTestFinished } from "vitest";
import { routes } from "../../src-contract/api/routes.ts";
import { ask, path, pinChange, setUpAda } from "./backend.ts";
import { cardId, deviceId } from "./fake-solaris.ts";
import { holdAnswer } from "./held-answer.ts";
import { ownDatabase } from "./own-database.ts";
import { update } from "./pin-change-steps.ts";

async function connectTo(url: string) {
  const socket = connect({ port: Number(new URL(url).port), host: "127.0.0.1" });
  socket.on("error", () => {});
  onTestFinished(() => void socket.destroy());
  await once(socket, "connect");
  return socket;
}

/** Another caller's whole exchange: what was on its way to the server before it has arrived by then. */
const untilArrived = async (url: string) => expect((await ask(url + routes.health, "GET")).status).toBe(200);

/** Whether the server no longer takes connections. */
const isShut = (url: string) =>
  fetch(url + routes.health).then(
    () => false,
    () => true,
  );

const post = (to: string, token: string, ...more: string[]) =>
  [`POST ${to} HTTP/1.1`, "host: a", `authorization: Bearer ${token}`, "content-type: application/json", ...more].join(
    "\r\n",
  );

const patience = { headMs: 10_000, requestMs: 29_000, checkMs: 1000, unwantedBodyMs: 1000, restMs: 100 };

// A caller that keeps its connection must not keep the server: what stops a server waits ten seconds, and then kills it.
it("ends with the answer to what is under way, though its caller keeps the connection", async () => {
  const { ada, solaris, restart } = await setUpAda();
  const change = holdAnswer(solaris, "POST", update);
  const changing = ada("POST", path.pinChanges(cardId), pinChange(deviceId));
  await change.reached;
  const restarted = restart(); // begins to close at once
  change.answer({ json: {} });
  expect((await changing).status).toBe(200);
  await restarted;
});

it.each([
  ["nothing", () => ""],
  ["half a head", () => "GET /health HTTP/1.1\r\nx: "],
  ["half a body", (token: string) => `${post(routes.devices, token, "content-length: 100")}\r\n\r\n{`],
])("ends though a caller has sent %s and keeps the connection", async (_name, text) => {
  const { url, token, restart } = await setUpAda({ patience });
  const socket = await connectTo(url);
  const closed = once(socket, "close");
  socket.write(text(token));
  await untilArrived(url);
  await restart();
  await closed;
});

it("answers whoever had begun to ask, as it answers everybody", async () => {
  const { url, ada, solaris, restart } = await setUpAda();
  const change = holdAnswer(solaris, "POST", update);
  const changing = ada("POST", path.pinChanges(cardId), pinChange(deviceId));
  await change.reached;
  const socket = await connectTo(url);
  let answer = "";
  socket.on("data", (chunk) => {
    answer += chunk;
  });
  socket.write(`GET ${routes.health} HTTP/1.1\r\nhost: a\r\n`);
  await untilArrived(url);
  const restarted = restart();
  await expect.poll(() => isShut(url)).toBe(true);
  socket.write("\r\n");
  await once(socket, "close");
  change.answer({ json: {} });
  await changing;
  await restarted;
  expect(answer).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
  expect(answer.toLowerCase()).toContain("\r\nconnection: close\r\n");
});

it("records what became of a PIN change whose caller has gone", async () => {
  const { ada, solaris, token, url, restart } = await setUpAda({ config: { database: await ownDatabase() } });
  const change = holdAnswer(solaris, "POST", update);
  const body = pinChange(deviceId);
  const text = JSON.stringify(body);
  const socket = await connectTo(url);
  socket.write(`${post(path.pinChanges(cardId), token, `content-length: ${text.length}`)}\r\n\r\n${text}`);
  await change.reached;
  socket.resetAndDestroy();
  await untilArrived(url);
  const restarted = restart();
  await expect.poll(() => isShut(url)).toBe(true); // where nothing is waited for, it has ended by now
  change.answer({ json: {} });
  await restarted;
  expect((await ada("POST", path.settlement(body.request_id))).json.state).toBe("changed");
});
