import { afterEach } from "vitest";
import { createBackendClient } from "../../../src-main/backend/backend-client.ts";
import { createServerClock } from "../../../src-main/backend/server-clock.ts";
import { json, type OneServer, startOneServer } from "./one-server.ts";

const servers: OneServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

/** The app's client before a server that answers this to whatever is asked, until the test ends. */
export async function answering(answer: unknown) {
  const server = await startOneServer(json(answer));
  servers.push(server);
  const connection = {
    timeoutMs: 5000,
    fetch,
    fetchOnce: fetch,
    credentials: () => null,
    clock: createServerClock(),
    onSignedOut: () => undefined,
  };
  return createBackendClient({ ...connection, origin: server.origin });
}

/** How an answer fails that says nothing that can be believed. */
export const unclear = { code: "ERR_BACKEND_ANSWER", arrival: "unclear" };
/** What is no id. */
export const oddIds = [null, undefined, 17, "", "an id with blanks", "x".repeat(65), { id: "a" }];
