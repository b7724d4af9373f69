import type { Socket } from "node:net";
import { PassThrough } from "node:stream";
import { describe, expect, it } from "vitest";
import { createApp, ordinaryPatience } from "../../src-backend/http/create-app.ts";
import { createLog } from "../../src-backend/server-log.ts";
import { routes } from "../../src-contract/api/routes.ts";
import { setUp, setUpAda } from "./backend.ts";
import { callRaw } from "./raw-caller.ts";

const patience = { headMs: 300, requestMs: 600, checkMs: 50, unwantedBodyMs: 100, restMs: 100 };
const post = (...more: string[]) =>
  [`POST ${routes.devices} HTTP/1.1`, "host: a", "content-type: application/json", ...more, "", ""].join("\r\n");

/** A caller who stays, also where the server has hung up. */
const call = (url: string) => callRaw(url, { neverHangsUp: true });

/** Sends a byte now and then, until there is nobody left who takes it. */
function drip(socket: Socket): void {
  const timer = setInterval(() => socket.write("a"), 20);
  socket.on("close", () => clearInterval(timer));
}

describe("who sends a byte at a time", () => {
  it("of a body is told so and closed out", async () => {
    const { url, token } = await setUpAda({ patience });
    const { socket, said, closed } = await call(url);
    socket.write(post(`authorization: Bearer ${token}`, "content-length: 60000"));
    drip(socket);
    await closed;
    expect(said()).toMatch(/^HTTP\/1\.1 400 /);
    expect(said()).toContain('"code":"ERR_INVALID_REQUEST"');
  });

  it("of a body that nobody wants is answered soon, and closed out with the answer", async () => {
    const { url } = await setUp({ patience: { ...patience, requestMs: 60_000, headMs: 60_000 } });
    const { socket, said, closed } = await call(url);
    socket.write(post("content-length: 60000"));
    drip(socket);
    await closed;
    expect(said()).toMatch(/^HTTP\/1\.1 401 /);
    expect(said()).toMatch(/\r\nconnection: close\r\n/i);
    expect(said()).toContain('"code":"ERR_NOT_SIGNED_IN"');
  });

  it.each([
    ["is said to be larger than anything here", "content-length: 1000000"],
    ["does not come", "content-length: 10"],
    ["does not come, of no known length", "transfer-encoding: chunked"],
  ])("is not waited for where it %s", async (_name, ...headers) => {
    const { url } = await setUp({ patience: { ...patience, requestMs: 60_000, headMs: 60_000 } });
    const { socket, said, closed } = await call(url);
    socket.write(post(...headers));
    socket.on("end", () => socket.end());
    await closed;
    expect(said()).toContain("HTTP/1.1 401 ");
    expect(said()).toMatch(/\r\nconnection: close\r\n/i);
  });

  it("of a head is closed out, and so is who sends nothing", async () => {
    const { url } = await setUp({ patience });
    const [slow, silent] = [await call(url), await call(url)];
    slow.socket.write("GET /health HTTP/1.1\r\nx: ");
    drip(slow.socket);
    silent.socket.on("end", () => silent.socket.end());
    await Promise.all([slow.closed, silent.closed]);
    expect(slow.said()).toMatch(/^HTTP\/1\.1 400 /);
  });

  it("is never given more than 30 seconds", () => {
    const { app } = createApp(createLog("silent", new PassThrough()), ordinaryPatience);
    const { requestTimeout, headersTimeout } = app.server;
    const { connectionsCheckingInterval } = app.server as unknown as { connectionsCheckingInterval: number };
    expect(requestTimeout + connectionsCheckingInterval).toBeLessThanOrEqual(30_000);
    expect(headersTimeout).toBeLessThan(requestTimeout);
  });
});

it("a body that nobody wants is read no further than any may be long, however much time there would be", async () => {
  const { url } = await setUp({
    patience: { ...patience, requestMs: 600_000, headMs: 600_000, unwantedBodyMs: 600_000 },
  });
  const { socket, said, closed } = await call(url);
  socket.on("end", () => socket.end());
  socket.write(`${post("transfer-encoding: chunked")}${`4000\r\n${"a".repeat(0x4000)}\r\n`.repeat(5)}`);
  await closed;
  expect(said()).toContain("HTTP/1.1 401 ");
});

it("a body that nobody wants and that has come is thrown away, and the connection goes on", async () => {
  const { url, token } = await setUpAda({ patience });
  const { socket, said } = await call(url);
  const body = "a".repeat(50_000);
  socket.write(`${post(`content-length: ${body.length}`)}${body}`);
  await expect.poll(said).toContain("ERR_NOT_SIGNED_IN");
  expect(said()).not.toMatch(/connection: close/i);
  socket.write(`GET ${routes.me} HTTP/1.1\r\nhost: a\r\nauthorization: Bearer ${token}\r\n\r\n`);
  await expect.poll(said).toContain('"name":"Ada"');
});
