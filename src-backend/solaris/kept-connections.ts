import { Agent } from "node:http";
import { openConnection } from "./connection.ts";
import type { HttpProxy } from "./proxy-tunnel.ts";

type Connection = Parameters<Agent["keepSocketAlive"]>[0];

/** In milliseconds. Less than servers and balancers commonly keep a connection that nobody uses: 5 s and more. */
const LONGEST_IDLE_MS = 4000;
/** At rest, at the same time. Any more are closed after their answer. */
const MOST_IDLE = 32;

/**
 * Keeps connections to one server for a while, for calls that only read (read-kept.ts). They are opened, and their
 * certificates verified, like any other (connection.ts). One that ends, or on which the server speaks unasked, is not used
 * again: what it says would be taken for the next answer. At rest they keep no process from ending.
 * @param proxy that https calls go through
 */
export function createKeptConnections(server: URL, proxy?: HttpProxy, longestIdleMs = LONGEST_IDLE_MS): Agent {
  const kept = new Agent({ keepAlive: true, maxFreeSockets: MOST_IDLE, timeout: longestIdleMs, scheduling: "lifo" });
  kept.createConnection = ({ signal }, opened) => {
    openConnection(server, signal ?? AbortSignal.timeout(longestIdleMs), proxy).then(
      (socket) => opened?.(null, socket),
      // Node wants a socket beside the error, and does not look at it.
      (error: Error) => opened?.(error, undefined as unknown as Connection),
    );
    return undefined;
  };
  const keep = kept.keepSocketAlive.bind(kept);
  const reuse = kept.reuseSocket.bind(kept);
  kept.keepSocketAlive = (socket) => {
    socket.on("data", endConnection);
    return keep(socket);
  };
  kept.reuseSocket = (socket, request) => {
    socket.off("data", endConnection);
    reuse(socket, request);
  };
  return kept;
}

function endConnection(this: Connection): void {
  this.destroy();
}
