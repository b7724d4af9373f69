import { once } from "node:events";
import { connect } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { expect, it, onTestFinished } from "vitest";
import { routes } from "../../src-contract/api/routes.ts";
import { databaseFile, path, pinChange, setUpAda } from "./backend.ts";
import { cardId, deviceId, type FakeSolaris, type Said } from "./fake-solaris.ts";
import { update } from "./pin-change-steps.ts";

/** Solaris takes the PIN change and answers it when the test says so. */
function heldChange(solaris: FakeSolaris) {
  let answer = (_said: Said) => {};
  const said = new Promise<Said>((resolve) => {
    answer = resolve;
  });
  const reached = new Promise<void>((resolve) => {
    solaris.on("POST", update, () => {
      resolve();
      return said;
    });
  });
  return { reached, answer: () => answer({ json: {} }) };
}

async function connectTo(url: string) {
  const socket = connect({ port: Number(new URL(url).port), host: "127.0.0.1" });
  socket.on("error", () => {});
  onTestFinished(() => void socket.destroy());
  await once(socket, "connect");
  return socket;
}

const post = (to: string, token: string, ...more: string[]) =>
  [`POST ${to} HTTP/1.1`, "host: a", `authorization: Bearer ${token}`, "content-type: application/json", ...more].join(
    "\r\n",
  );

// A caller that keeps its connection must not keep the server: what stops a server waits ten seconds, and then kills it.
it("ends with the answer to what is under way, though its caller keeps the connection", async () => {
  const { ada, solaris, restart } = await setUpAda();
  const change = heldChange(solaris);
  const changing = ada("POST", path.pinChanges(cardId), pinChange(deviceId));
  await change.reached;
  const restarted = restart(); // begins to close at once
  change.answer();
  expect((await changing).status).toBe(200);
  await restarted;
});

it.each([
  ["nothing", () => ""],
  ["half a head", () => "GET /health HTTP/1.1\r\nx: "],
  ["half a body", (token: string) => `${post(routes.devices, token, "content-length: 100")}\r\n\r\n{`],
])("ends though a caller has sent %s and keeps the connection", async (_name, text) => {
  const { url, token, restart } = await setUpAda();
  const socket = await connectTo(url);
  const closed = once(socket, "close");
  socket.write(text(token));
  await pause(50);
  await restart();
  await closed;
});

it("records what became of a PIN change whose caller has gone", async () => {
  const { ada, solaris, token, url, restart } = await setUpAda({ config: { databaseFile: databaseFile() } });
  const change = heldChange(solaris);
  const body = pinChange(deviceId);
  const text = JSON.stringify(body);
  const socket = await connectTo(url);
  socket.write(`${post(path.pinChanges(cardId), token, `content-length: ${text.length}`)}\r\n\r\n${text}`);
  await change.reached;
  socket.resetAndDestroy();
  await pause(50);
  const restarted = restart();
  await pause(200); // long enough to end, where nothing is waited for
  change.answer();
  await restarted;
  expect((await ada("POST", path.settlement(body.request_id))).json.state).toBe("changed");
});
