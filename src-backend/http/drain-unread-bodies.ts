import type { IncomingMessage } from "node:http";
import type { App } from "./fastify-app.ts";

/**
 * Closes the connection after an answer that precedes the end of its request (a 401, a 429, a body that is too large):
 * nothing would read what the caller still sends.
 *
 * First it drains what is already on its way, within bounds. Closing a connection with unread data resets it, and the caller
 * would lose an answer that it has not read yet (RFC 9112 §9.6).
 */
export function drainUnreadBodies(app: App, bounds: { withinMs: number; withinBytes: number }): void {
  app.addHook("onSend", async ({ raw: request }, reply) => {
    if (request.complete) return;
    // Does not wait for a body that declares itself larger than the bound.
    const length = Number(request.headers["content-length"] ?? 0);
    if (length <= bounds.withinBytes) await drain(request, bounds);
    if (!request.complete) reply.header("connection", "close");
  });
}

/** Reads until the body ends, a bound is reached, or the caller has gone. */
function drain(request: IncomingMessage, bounds: { withinMs: number; withinBytes: number }): Promise<void> {
  return new Promise((resolve) => {
    let size = 0;
    const stop = (): void => {
      clearTimeout(timer);
      request.off("data", count).off("end", stop).off("close", stop).off("error", stop);
      resolve();
    };
    const count = (chunk: Buffer): void => {
      size += chunk.byteLength;
      if (size > bounds.withinBytes) stop();
    };
    const timer = setTimeout(stop, bounds.withinMs);
    request.on("data", count).on("end", stop).on("close", stop).on("error", stop);
  });
}
