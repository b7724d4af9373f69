// Who connects while many others do: requests start once no connection waits to be accepted, or after a while.
import { once } from "node:events";
import { createServer } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { expect, it, onTestFinished } from "vitest";
import { acceptFirst } from "../../src-backend/http/accept-first.ts";

const MANY = 40;

/** Connects many times at once, and sends a request on each. @returns how many were accepted when each request started */
async function acceptedAtEachStart(longestHoldMs: number): Promise<number[]> {
  let accepted = 0;
  const atStart: number[] = [];
  const server = createServer((_request, response) =>
    gate(() => {
      atStart.push(accepted);
      response.end();
    }),
  );
  const gate = acceptFirst(server, longestHoldMs);
  server.on("connection", () => {
    accepted += 1;
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const sockets = Array.from({ length: MANY }, (): Socket => connect(port, "127.0.0.1"));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  for (const socket of sockets) socket.write("GET / HTTP/1.1\r\nhost: here\r\n\r\n");
  await Promise.all(sockets.map((socket) => once(socket, "data")));
  return atStart;
}

it("requests start once all who have connected are accepted", async () => {
  const [first] = await acceptedAtEachStart(60_000);
  // Not all: on a busy computer the last ones may not have connected yet.
  expect(first).toBeGreaterThan(MANY / 2);
});

it("requests wait no longer than they may for others to be accepted", async () => {
  const [first] = await acceptedAtEachStart(0);
  expect(first).toBeLessThan(MANY / 2);
});
