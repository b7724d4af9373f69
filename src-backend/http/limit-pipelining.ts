import type { IncomingMessage, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import type { Log } from "../server-log.ts";

/** The most unanswered requests on one connection. An app waits for each answer before the next request. */
const MOST_IN_FLIGHT = 4;

/** Whether a request exceeds its connection's limit: then it gets nothing, not even an answer. */
export type OneTooMany = (request: IncomingMessage, response: ServerResponse) => boolean;

/**
 * Creates the limit on pipelined requests (RFC 9112 §9.3.2). Node starts all of them at once and buffers each answer until
 * the earlier ones are sent, so one connection could use up all time and memory. A caller over the limit is disconnected,
 * because an answer would have to queue behind the others.
 */
export function createPipeliningLimit(log: Log): OneTooMany {
  const inFlight = new WeakMap<Socket, number>();
  const add = (socket: Socket, more: 1 | -1): number => {
    const now = (inFlight.get(socket) ?? 0) + more;
    inFlight.set(socket, now);
    return now;
  };
  return ({ socket }, response) => {
    // The parser finishes what it has read, even after the connection has ended.
    if (socket.destroyed) return true;
    if (add(socket, 1) > MOST_IN_FLIGHT) {
      log({ event: "pipelining_cut" });
      socket.destroy();
      return true;
    }
    response.once("close", () => add(socket, -1));
    return false;
  };
}
