// Reading from Solaris on connections that are kept: what ends them, and what never goes on one.
import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import { createServer as createHttpsServer } from "node:https";
import type { AddressInfo, Socket } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { createKeptConnections } from "../../src-backend/solaris/kept-connections.ts";
import { readKept } from "../../src-backend/solaris/read-kept.ts";
import { createCertificate } from "../../src-testing/certificate.ts";
import { path, pinChange, setUpAda } from "./backend.ts";
import { cardId, deviceId } from "./fake-solaris.ts";

/** A server on loopback that remembers on which connection, by its number, each request came. */
async function serve(answer: (on: number, nth: number) => RequestListener, quietMs = 0) {
  const connections: Socket[] = [];
  const cameOn: number[] = [];
  const server = createServer((request, response) => {
    const on = connections.indexOf(request.socket);
    cameOn.push(on);
    answer(on, cameOn.length)(request, response);
  });
  server.on("connection", (socket) => connections.push(socket));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/things`);
  const kept = createKeptConnections(url, undefined, { longestIdleMs: 60_000, quietMs }); // however busy this computer is
  onTestFinished(async () => {
    kept.destroy();
    server.closeAllConnections();
    server.close();
  });
  const read = () =>
    readKept({ method: "GET", url, headers: {}, maxBytes: 100 }, AbortSignal.timeout(20_000), kept).then(
      ({ status, json }) => [status, json],
      (error: Error) => error.message,
    );
  return { connections, cameOn, read };
}

const yes: RequestListener = (_request, response) => void response.setHeader("content-length", 2).end("{}");
const hangUp: RequestListener = (request) => void request.socket.destroy();
/** Once what has come in by now is handled, and what was at rest then has been quiet for no time at all. */
const later = () => new Promise((resolve) => setTimeout(() => setImmediate(resolve), 0));

describe("reading from Solaris", () => {
  it("uses a connection again, one at a time", async () => {
    const { cameOn, read } = await serve(() => yes);
    for (let count = 0; count < 3; count += 1) {
      expect(await read()).toEqual([200, {}]);
      await later();
    }
    await Promise.all([read(), read()]);
    expect(cameOn).toEqual([0, 0, 0, 0, 1]);
  });

  it("uses as many again as were asked at the same time", async () => {
    const { connections, cameOn, read } = await serve(() => yes);
    const together = () => Promise.all(Array.from({ length: 100 }, read));
    await together();
    await later();
    await together();
    expect(cameOn.length).toBe(200);
    expect(connections.length).toBe(100);
  });

  it("is done once more, on a new connection, where a kept one has ended", async () => {
    const { cameOn, read } = await serve((on, nth) => (on === 0 && nth === 2 ? hangUp : yes));
    await read();
    await later();
    expect(await read()).toEqual([200, {}]);
    expect(cameOn).toEqual([0, 0, 1]);
  });

  it("is not done a third time", async () => {
    const { cameOn, read } = await serve((_on, nth) => (nth === 1 ? yes : hangUp));
    await read();
    await later();
    expect(await read()).toBe("connection_lost");
    expect(cameOn).toEqual([0, 0, 1]);
  });

  it("is not done again where a new connection ended", async () => {
    const { cameOn, read } = await serve(() => hangUp);
    expect(await read()).toBe("connection_lost");
    expect(cameOn).toEqual([0]);
  });

  it("takes nothing for an answer that was said before the question", async () => {
    const { connections, cameOn, read } = await serve(() => yes);
    await read();
    await later();
    connections[0]?.write('HTTP/1.1 200 OK\r\ncontent-length: 15\r\n\r\n{"forged":true}');
    await once(connections[0] as Socket, "close");
    expect(await read()).toEqual([200, {}]);
    expect(cameOn).toEqual([0, 1]);
  });

  it("takes no second answer to a question for that to the next one", async () => {
    const { connections, cameOn, read } = await serve(
      (_on, nth) => (request, response) => {
        if (nth === 2) connections[0]?.write('HTTP/1.1 200 OK\r\ncontent-length: 15\r\n\r\n{"forged":true}');
        yes(request, response);
      },
      60_000,
    );
    expect(await read()).toEqual([200, {}]);
    expect(await read()).toEqual([200, {}]);
    expect(cameOn).toEqual([0, 1]);
  });

  it("uses none again before it has been quiet for as long as it must", async () => {
    const { cameOn, read } = await serve(() => yes, 60_000);
    expect(await read()).toEqual([200, {}]);
    await later();
    expect(await read()).toEqual([200, {}]);
    expect(cameOn).toEqual([0, 1]);
  });

  // A timer that is late as well runs before this process has heard anything.
  it.each([
    ["at once", () => Promise.resolve()],
    ["by a timer", () => new Promise<void>((resolve) => setTimeout(resolve, 60))],
  ])("takes no second answer for that to the next one where this process was busy, asked %s", async (_when, start) => {
    const { connections, cameOn, read } = await serve(() => yes, 50);
    expect(await read()).toEqual([200, {}]);
    connections[0]?.write('HTTP/1.1 200 OK\r\ncontent-length: 15\r\n\r\n{"forged":true}');
    const answer = start().then(read);
    const busyUntil = performance.now() + 200; // as while a disk is slow
    while (performance.now() < busyUntil);
    expect(await answer).toEqual([200, {}]);
    expect(cameOn).toEqual([0, 1]);
  });

  it("keeps no connection whose answer was not read to its end", async () => {
    const tooMuch: RequestListener = (_request, response) => void response.end("x".repeat(10_000));
    const { cameOn, read } = await serve((_on, nth) => (nth === 1 ? tooMuch : yes));
    expect(await read()).toEqual([200, undefined]);
    await later();
    expect(await read()).toEqual([200, {}]);
    expect(cameOn).toEqual([0, 1]);
  });

  it("sends nothing to a server whose certificate is not trusted", async () => {
    let arrived = 0;
    const server = createHttpsServer(createCertificate(), () => {
      arrived += 1;
    });
    server.on("tlsClientError", () => {});
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const url = new URL(`https://localhost:${(server.address() as AddressInfo).port}/`);
    const kept = createKeptConnections(url);
    onTestFinished(() => {
      kept.destroy();
      server.close();
    });
    const reading = readKept({ method: "GET", url, headers: {}, maxBytes: 100 }, AbortSignal.timeout(20_000), kept);
    await expect(reading).rejects.toMatchObject({ sent: false, reason: "connect" });
    expect(arrived).toBe(0);
  });
});

it("a PIN change goes on a connection of its own, whatever is kept", async () => {
  const { solaris, ada } = await setUpAda();
  const connectionsOf = (ending: string) => solaris.all.filter(({ path: asked }) => asked.endsWith(ending));
  for (let count = 0; count < 2; count += 1)
    expect((await ada("POST", path.pinChanges(cardId), pinChange(deviceId))).status).toBe(200);
  const updates = connectionsOf("/pin_update_requests").map(({ headers }) => headers.connection);
  expect(updates).toEqual(["close", "close"]);
  const lists = connectionsOf("/mfa/devices").map(({ headers }) => headers.connection);
  expect(lists).toEqual(["keep-alive", "keep-alive"]);
});
