import type { IncomingMessage } from "node:http";
import type { Socket } from "node:net";
import type { App } from "./fastify-app.ts";

/** How the server's connections end. */
export interface EndOfConnections {
  /** From now on each answer says that its connection ends with it: the next request goes to another instance. */
  readonly announce: () => void;
}

/**
 * Lets the server end as soon as it has sent its last answer. On close Node only closes idle connections: one that still
 * waited for its answer would stay open as long as its caller keeps it (`keepAliveTimeout`, 72 s with Fastify), and the
 * operator would have to wait or kill the backend.
 * @param restMs how long to wait for a partly received request
 */
export function endConnectionsWithServer(app: App, restMs: number): EndOfConnections {
  let isEnding = false;
  let isClosing = false;
  const cutUnfinished = watchUnfinished(app);
  app.addHook("preClose", async () => {
    isEnding = true;
    isClosing = true;
    const timer = setInterval(cutUnfinished, restMs).unref();
    app.server.once("close", () => clearInterval(timer));
  });
  app.addHook("onSend", async (_request, reply) => {
    if (isEnding) reply.header("connection", "close"); // RFC 9112 §9.6
  });
  // An answer whose head was already sent lacks that header, but its connection is idle afterwards.
  app.addHook("onResponse", async () => {
    if (isClosing) setImmediate(() => app.server.closeIdleConnections());
  });
  return {
    announce: () => {
      isEnding = true;
    },
  };
}

/**
 * Watches each connection's unfinished request. After close, Node no longer checks for slow callers, and does not treat a
 * connection without any data as idle, so both could stay open forever.
 * @returns a function that cuts connections without a complete request, for which no work has begun
 */
function watchUnfinished({ server }: App): () => void {
  /** The last unanswered request of each connection. */
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
