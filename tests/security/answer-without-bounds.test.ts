// Attacker: a hostile backend, or whoever answers in its place. Way: an answer that never comes, never ends, or is huge.
// Impact: the app hangs, or fills up the computer's memory; asking again could carry out a change twice.
// docs/threat-model.md#answers-bounded
import { afterEach, describe, expect, it } from "vitest";
import { createBackendClient } from "../../src-main/backend/backend-client.ts";
import { createServerClock } from "../../src-main/backend/server-clock.ts";
import { type OneServer, startOneServer } from "../unit/backend/one-server.ts";

let server: OneServer | undefined;
afterEach(() => server?.close());

const typed = { "content-type": "application/json" };
const listWith = async (answer: Parameters<typeof startOneServer>[0], timeoutMs = 1000) => {
  server = await startOneServer(answer);
  const connection = {
    origin: server.origin,
    timeoutMs,
    fetch,
    fetchOnce: fetch,
    credentials: () => null,
    clock: createServerClock(),
    onSignedOut: () => {},
  };
  return createBackendClient(connection).listCards();
};

describe("a backend that answers", () => {
  it("never: the time limit ends it", async () => {
    await expect(listWith(() => {})).rejects.toMatchObject({ code: "ERR_BACKEND_TIMEOUT" });
    expect(server?.arrivals).toHaveLength(1);
  });

  it("byte by byte without an end: the limit is for all of it, not for each byte", async () => {
    let timer: ReturnType<typeof setInterval> | undefined;
    const drip = listWith((_request, response) => {
      response.writeHead(200, typed);
      timer = setInterval(() => response.write(" "), 20);
    });
    await expect(drip).rejects.toMatchObject({ code: "ERR_BACKEND_TIMEOUT" });
    clearInterval(timer);
  });

  it("without an end and fast: no more than 64 KiB is kept", async () => {
    let written = 0;
    let open = true;
    const flood = listWith((_request, response) => {
      response.writeHead(200, typed);
      response.on("close", () => (open = false));
      const pour = () => {
        while (open && response.write("x".repeat(16 * 1024))) written += 16 * 1024;
        if (open) response.once("drain", pour);
      };
      pour();
    }, 20_000);
    await expect(flood).rejects.toMatchObject({ code: "ERR_BACKEND_ANSWER" });
    expect(server?.arrivals).toHaveLength(1);
    expect(written).toBeLessThan(32 * 1024 * 1024); // what the sockets hold, not what was on offer
  });

  it("with a page instead of JSON: it is not read", async () => {
    const page = listWith(
      (_request, response) => void response.writeHead(200, { "content-type": "text/html" }).end('{"cards":[]}'),
      20_000,
    );
    await expect(page).rejects.toMatchObject({ code: "ERR_NETWORK_SIGN_IN" });
  });
});
