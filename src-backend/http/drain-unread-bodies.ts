import type { IncomingMessage } from "node:http";
import type { App } from "./fastify-app.ts";

/**
 * Ends the connection with an answer that is sent before its request has been read to the end (a 401, a 429, a body that
 * is too large): if the caller goes on sending, nothing here reads it.
 *
 * What is on its way already is waited for and thrown away first, within bounds. To close a connection on which something
 * has arrived unread resets it, and with it goes the answer, where the caller has not read it yet (RFC 9112 §9.6).
 */
export function drainUnreadBodies(app: App, bounds: { withinMs: number; withinBytes: number }): void {
  app.addHook("onSend", async ({ raw: request }, reply) => {
    if (request.complete) return;
    // What is said to be larger than anything here is not waited for.
    const length = Number(request.headers["content-length"] ?? 0);
    if (length <= bounds.withinBytes) await throwAway(request, bounds);
    if (!request.complete) reply.header("connection", "close");
  });
}

/** Reads until there is no more, or too much of it, or it has taken too long; or until the caller has gone. */
function throwAway(request: IncomingMessage, bounds: { withinMs: number; withinBytes: number }): Promise<void> {
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
