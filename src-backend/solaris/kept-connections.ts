import { Agent } from "node:http";
import { performance } from "node:perf_hooks";
import { openConnection } from "./connection.ts";
import type { HttpProxy } from "./proxy-tunnel.ts";

type Connection = Parameters<Agent["keepSocketAlive"]>[0];

/** In milliseconds. Less than servers and balancers commonly keep a connection that nobody uses: 5 s and more. */
const LONGEST_IDLE_MS = 4000;
/** In milliseconds. What is left of an answer, or a second one to the same question, comes sooner. */
const QUIET_MS = 50;
/**
 * At rest, at the same time. Any more are closed after their answer. Each rests for QUIET_MS after each read, and customers
 * who share a wait for the disk ask at the same time: so for a thousand reads per second it takes more than fifty.
 */
const MOST_IDLE = 256;

/** Connections to one server, each as an agent of its own: Node chooses among those of one agent by itself. */
export interface KeptConnections {
  /** One that is at rest, and has been quiet, or a new one. */
  readonly take: () => Agent;
  /** Keeps it, once its answer was read. */
  readonly keep: (taken: Agent) => void;
  readonly destroy: () => void;
}

/**
 * Keeps connections to one server for a while, for calls that only read (read-kept.ts). They are opened, and their
 * certificates verified, like any other (connection.ts). One that ends, or on which the server speaks unasked, is not used
 * again: what it says would be taken for the next answer, which may be another customer's, and so would each one after it. So
 * none is used again until it has been quiet for a moment, and this process has looked since: while it is busy, or waits for a
 * slow disk, it hears nothing. At rest they keep no process from ending.
 * @param proxy that https calls go through
 */
export function createKeptConnections(
  server: URL,
  proxy?: HttpProxy,
  { longestIdleMs = LONGEST_IDLE_MS, quietMs = QUIET_MS } = {},
): KeptConnections {
  /** From the one that has been at rest for longest. */
  const resting: { readonly agent: Agent; readonly isQuiet: boolean }[] = [];
  return {
    take: () => {
      const at = resting.findLastIndex(({ isQuiet }) => isQuiet);
      const [quiet] = at < 0 ? [] : resting.splice(at, 1);
      return quiet?.agent ?? createAgent(server, proxy, longestIdleMs);
    },
    keep: (agent) => {
      const rests = { agent, isQuiet: false };
      resting.push(rests);
      onceHeard(quietMs, () => {
        rests.isQuiet = true;
      });
      if (resting.length > MOST_IDLE) resting.shift()?.agent.destroy();
    },
    destroy: () => {
      for (const { agent } of resting.splice(0)) agent.destroy();
    },
  };
}

/**
 * Calls `then` once all that has arrived within this time is read. Not by the clock alone: Node reads between its timers and its
 * immediates, and a timer that is set late in a long turn of the event loop fires too early.
 * @param ms from now
 */
function onceHeard(ms: number, then: () => void): void {
  const until = performance.now() + ms;
  const look = (): void => {
    const left = until - performance.now();
    if (left > 0) setTimeout(look, Math.ceil(left)).unref();
    else setImmediate(then);
  };
  setTimeout(look, ms).unref();
}

function createAgent(server: URL, proxy: HttpProxy | undefined, longestIdleMs: number): Agent {
  const agent = new Agent({ keepAlive: true, maxFreeSockets: 1, timeout: longestIdleMs });
  agent.createConnection = ({ signal }, opened) => {
    openConnection(server, signal ?? AbortSignal.timeout(longestIdleMs), proxy).then(
      (socket) => opened?.(null, socket),
      // Node wants a socket beside the error, and does not look at it.
      (error: Error) => opened?.(error, undefined as unknown as Connection),
    );
    return undefined;
  };
  const keep = agent.keepSocketAlive.bind(agent);
  const reuse = agent.reuseSocket.bind(agent);
  agent.keepSocketAlive = (socket) => {
    socket.on("data", endConnection);
    return keep(socket);
  };
  agent.reuseSocket = (socket, request) => {
    socket.off("data", endConnection);
    reuse(socket, request);
  };
  return agent;
}

function endConnection(this: Connection): void {
  this.destroy();
}
