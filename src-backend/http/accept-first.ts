import type { Server } from "node:http";
import { performance } from "node:perf_hooks";

/** In milliseconds. An endless stream of new connections keeps no request waiting any longer. */
const LONGEST_HOLD_MS = 50;

/** Calls `start` in a later turn of the event loop, once everything that has arrived by now is read. */
export type Gate = (start: () => void) => void;

/**
 * Creates what lets requests start: once no connection waits to be accepted. Node accepts one in each turn of its event loop
 * (libuv, `uv__server_io`). So while sixty requests are worked on, which makes a turn long, the last of sixty new connections
 * would wait for sixty of them: half a second, and it may be who asks `/health`. A turn that only accepts is over at once.
 */
export function acceptFirst(server: Server, longestHoldMs = LONGEST_HOLD_MS): Gate {
  let accepting = 0;
  const isOver = (): void => {
    accepting -= 1;
  };
  server.on("connection", () => {
    accepting += 1;
    // The next turn would accept another one, if there is one.
    setImmediate(() => setImmediate(isOver));
  });
  return (start) => {
    const heldUntil = performance.now() + longestHoldMs;
    const startOrHold = (): void => {
      if (accepting > 0 && performance.now() < heldUntil) setImmediate(startOrHold);
      else start();
    };
    setImmediate(startOrHold);
  };
}
