import type { App } from "./fastify-app.ts";

/**
 * Lets the server end as soon as its last answer has been sent. Node closes the connections that are idle when it is told
 * to close, and no others: one whose answer was still being made then would stay open for as long as its caller keeps it
 * (`keepAliveTimeout`, 72 s with Fastify), and whoever stops the backend would wait for that, or kill it.
 */
export function endConnectionsWithServer(app: App): void {
  let isClosing = false;
  app.addHook("preClose", async () => {
    isClosing = true;
  });
  app.addHook("onSend", async (_request, reply) => {
    if (isClosing) reply.header("connection", "close"); // RFC 9112 §9.6
  });
  // An answer whose head had gone by then says nothing of it: its connection is idle once the answer has been sent.
  app.addHook("onResponse", async () => {
    if (isClosing) setImmediate(() => app.server.closeIdleConnections());
  });
}
