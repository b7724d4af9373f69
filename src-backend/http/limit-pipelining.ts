import type { IncomingMessage, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import type { Log } from "../server-log.ts";

/** Of one connection, begun and not answered to the end. An app sends a request when it has the answer to the last one. */
const MOST_IN_HAND = 4;

/** Whether a request is one too many of its connection: then nothing may be done for it, not even an answer. */
export type OneTooMany = (request: IncomingMessage, response: ServerResponse) => boolean;

/**
 * Creates the limit on requests that are sent without waiting for answers (RFC 9112 §9.3.2). Node begins all of them at
 * once and keeps each answer until those before it are sent, so one connection could take all the time and memory there is.
 * A caller that sends more is disconnected: an answer would have to wait behind the others, and be one more to keep.
 */
export function createPipeliningLimit(log: Log): OneTooMany {
  const inFlight = new WeakMap<Socket, number>();
  const add = (socket: Socket, more: 1 | -1): number => {
    const now = (inFlight.get(socket) ?? 0) + more;
    inFlight.set(socket, now);
    return now;
  };
  return ({ socket }, response) => {
    // The parser goes on to the end of what it has read, also where the connection has been ended meanwhile.
    if (socket.destroyed) return true;
    if (add(socket, 1) > MOST_IN_HAND) {
      log({ event: "pipelining_cut" });
      socket.destroy();
      return true;
    }
    response.once("close", () => add(socket, -1));
    return false;
  };
}
