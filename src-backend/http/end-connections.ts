import type { IncomingMessage } from "node:http";
import type { Socket } from "node:net";
import type { App } from "./fastify-app.ts";

/**
 * Lets the server end as soon as its last answer has been sent. Node closes the connections that are idle when it is told
 * to close, and no others: one whose answer was still being made then would stay open for as long as its caller keeps it
 * (`keepAliveTimeout`, 72 s with Fastify), and whoever stops the backend would wait for that, or kill it.
 * @param restMs how long a request of which a part has arrived is waited for
 */
export function endConnectionsWithServer(app: App, restMs: number): void {
  let isClosing = false;
  const cutUnfinished = watchUnfinished(app);
  app.addHook("preClose", async () => {
    isClosing = true;
    const timer = setInterval(cutUnfinished, restMs).unref();
    app.server.once("close", () => clearInterval(timer));
  });
  app.addHook("onSend", async (_request, reply) => {
    if (isClosing) reply.header("connection", "close"); // RFC 9112 §9.6
  });
  // An answer whose head had gone by then says nothing of it: its connection is idle once the answer has been sent.
  app.addHook("onResponse", async () => {
    if (isClosing) setImmediate(() => app.server.closeIdleConnections());
  });
}

/**
 * Watches how much of a request each connection has brought. Node looks for slow callers only until it is told to close, and
 * does not count a connection as idle on which nothing has come yet: either would then stay for as long as its caller likes.
 * @returns cuts the connections that have brought no whole request; nothing was begun for them
 */
function watchUnfinished({ server }: App): () => void {
  /** The last request of each connection that is not answered yet. */
  const lastRequest = new Map<Socket, IncomingMessage | null>();
  server.on("connection", (socket: Socket) => {
    lastRequest.set(socket, null);
    socket.once("close", () => lastRequest.delete(socket));
  });
  server.on("request", (request, response) => {
    const { socket } = request;
    if (!lastRequest.has(socket)) return;
    lastRequest.set(socket, request);
    response.once("close", () => {
      if (lastRequest.get(socket) === request) lastRequest.set(socket, null);
    });
  });
  return () => {
    for (const [socket, request] of lastRequest) if (request === null || !request.complete) socket.destroy();
  };
}
