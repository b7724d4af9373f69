// Attacker: a hostile answer. Way: a redirect, or a cookie, to another server.
// Impact: the token goes there, and somebody else acts as the cardholder.
// docs/threat-model.md#token-in-memory, #one-origin

import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createBackendClient } from "../../src-main/backend/backend-client.ts";
import { bearerCredentials } from "../../src-main/backend/credentials.ts";
import { createServerClock } from "../../src-main/backend/server-clock.ts";
import { createDemoSignIn } from "../../src-main/sign-in/demo-sign-in.ts";
import { json, type OneServer, startOneServer } from "../unit/backend/one-server.ts";

let evil: OneServer;
let own: OneServer;
beforeEach(async () => {
  evil = await startOneServer(json({ cards: [] }));
});
afterEach(async () => {
  await Promise.all([evil.close(), own.close()]);
});

const connectionTo = (origin: string) => ({
  origin,
  timeoutMs: 5000,
  fetch,
  fetchOnce: fetch,
  credentials: () => bearerCredentials("a-token"),
  clock: createServerClock(),
  onSignedOut: () => {},
});

describe("a backend that redirects", () => {
  it.each([301, 302, 303, 307, 308])("with %i: nobody else gets a request", async (status) => {
    own = await startOneServer(
      (_request, response) => void response.writeHead(status, { location: `${evil.origin}/v1/cards` }).end(),
    );
    const backend = createBackendClient(connectionTo(own.origin));
    await expect(backend.listCards()).rejects.toMatchObject({ code: "ERR_NETWORK_SIGN_IN" });
    const identified = { request_id: "5b1c1c9e-35f0-4f7e-9f53-0c5a3c2c7a10", attempt: 1 as const };
    const change = { ...identified, device_id: "d", encrypted_pin: "a.b.c.d.e", key_id: "k", signature: "30" };
    await expect(backend.changePin("a-card", change)).rejects.toMatchObject({ arrival: "unclear" });
    expect(own.arrivals).toHaveLength(2);
    expect(evil.arrivals).toEqual([]);
  });

  it("to itself: it is not followed either", async () => {
    own = await startOneServer((_request, response) => void response.writeHead(307, { location: "/v1/cards" }).end());
    await expect(createBackendClient(connectionTo(own.origin)).listCards()).rejects.toThrow();
    expect(own.arrivals).toHaveLength(1);
  });
});

it("cookies that the backend sets are not sent back", async () => {
  own = await startOneServer((request, response) => {
    response.setHeader("set-cookie", "a=b");
    json({ cards: [] })(request, response);
  });
  const backend = createBackendClient(connectionTo(own.origin));
  await backend.listCards();
  await backend.listCards();
  expect(own.arrivals.map(({ headers }) => headers.cookie)).toEqual([undefined, undefined]);
});

it("cookies are refused in Electron too: every call says so", async () => {
  own = await startOneServer(json({ cards: [] }));
  const inits: RequestInit[] = [];
  const backend = createBackendClient({
    ...connectionTo(own.origin),
    fetch: (url, init) => {
      inits.push(init);
      return fetch(url, init);
    },
  });
  await backend.listCards();
  expect(inits).toMatchObject([{ credentials: "omit", redirect: "error" }]);
});

it("signing in sends no token of an earlier customer", async () => {
  own = await startOneServer(json({ customers: [{ name: "Ada Single" }] }));
  const demo = createDemoSignIn(connectionTo(own.origin));
  await demo.listNames();
  await expect(demo.signIn("Ada Single")).rejects.toThrow();
  expect(own.arrivals).toHaveLength(2);
  for (const { headers } of own.arrivals) expect(headers.authorization).toBeUndefined();
});
