import { ProblemError } from "../http/problem-error.ts";
import type { Log } from "../server-log.ts";
import type { LimitConfig } from "./limit-config.ts";

/** The concurrent requests of one customer; an app sends a handful at once. */
const PLACES = 8;
/** The further requests that wait for a place. */
const MOST_WAITING = 32;
/** How much faster than the average rate a customer may be for a while. */
const BURST_FACTOR = 3;
/** In milliseconds. A place rests after each request, so a loop leaves gaps for other customers. */
const LONGEST_REST_MS = 250;
/** Each place's share of the rest. They differ, so simultaneous requests do not stay simultaneous. */
const rests = Array.from({ length: PLACES }, (_, index) => 0.5 + index / PLACES);
/** In milliseconds. Delaying each refusal slows down a caller that asks in a loop. */
const REFUSED_AFTER_MS = 1000;
/** The delayed refusals of one customer: more connections than an app ever has. Any beyond end their connection instead. */
const MOST_REFUSALS_WAITING = 256;

/** The caller's connection before there is an answer. */
export interface CallerConnection {
  /** Calls back when the caller hangs up: a waiting request then never gets its turn. */
  readonly onGone: (tell: () => void) => void;
  /** Ends the connection after the answer. */
  readonly endWithAnswer: () => void;
}

/** Limits how much of this process each customer uses. */
export type Admission = ReturnType<typeof createAdmission>;

/** The state of a customer with recent requests. */
interface Caller {
  used: number;
  /** When the window ends, in milliseconds of the monotonic clock. */
  endsAt: number;
  /** Places that are in use or resting. */
  taken: number;
  answered: number;
  /** Lets in each waiting request, in order of arrival. */
  readonly waiting: Set<() => void>;
  /** Refusals that are being delayed. */
  readonly refusals: Set<NodeJS.Timeout>;
}

/**
 * Creates the limit on each customer's rate and concurrency for all requests. Unlike the other limits it is in memory: it
 * protects this process from loops, so it need not outlive it, and must not cost a look-up. Callers who are not signed in
 * are not counted: the proxy in front of this backend handles such floods.
 * @param monotonic in milliseconds
 */
export function createAdmission({ count, seconds }: LimitConfig, log: Log, monotonic: () => number) {
  const restMs = Math.min(LONGEST_REST_MS, (PLACES * seconds * 1000) / count / BURST_FACTOR);
  const callers = new Map<string, Caller>();
  let forgetAt = 0;

  const forgetOld = (at: number): void => {
    if (at < forgetAt) return;
    forgetAt = at + seconds * 1000;
    for (const [id, { endsAt, taken, waiting, refusals }] of callers) {
      if (endsAt <= at && taken + waiting.size + refusals.size === 0) callers.delete(id);
    }
  };
  const callerOf = (customerId: string): Caller => {
    const at = monotonic();
    forgetOld(at);
    const caller = callers.get(customerId) ?? newCaller();
    callers.set(customerId, caller);
    if (caller.endsAt <= at) Object.assign(caller, { used: 0, endsAt: at + seconds * 1000 });
    return caller;
  };
  const refuse = ({ refusals }: Caller, connection: CallerConnection, retryAfterSeconds: number): Promise<never> =>
    new Promise((_resolve, reject) => {
      log({ event: "request_refused" });
      const say = (): void => reject(new ProblemError("ERR_TOO_MANY_REQUESTS", { retryAfterSeconds }));
      if (refusals.size >= MOST_REFUSALS_WAITING) {
        connection.endWithAnswer();
        say();
        return;
      }
      const stop = (): void => {
        clearTimeout(timer);
        if (refusals.delete(timer)) say();
      };
      const timer = setTimeout(stop, REFUSED_AFTER_MS);
      refusals.add(timer);
      connection.onGone(stop);
    });
  const leave = (caller: Caller): void => {
    const [letIn] = caller.waiting;
    if (letIn === undefined) {
      caller.taken -= 1;
      return;
    }
    caller.waiting.delete(letIn);
    letIn();
  };
  const turnOf = (caller: Caller, { onGone }: CallerConnection): Promise<void> =>
    new Promise((resolve, reject) => {
      caller.waiting.add(resolve);
      onGone(() => {
        if (caller.waiting.delete(resolve)) reject(new ProblemError("ERR_TOO_MANY_REQUESTS"));
      });
    });

  return {
    /**
     * Waits until it is this request's turn.
     * @returns a function to call once, when the request is answered
     * @throws ProblemError `ERR_TOO_MANY_REQUESTS`
     */
    admit: async (customerId: string, connection: CallerConnection): Promise<() => void> => {
      const caller = callerOf(customerId);
      if (caller.used >= count) return refuse(caller, connection, Math.ceil((caller.endsAt - monotonic()) / 1000));
      if (caller.waiting.size >= MOST_WAITING) return refuse(caller, connection, 1);
      caller.used += 1;
      // Once per window: a caller that is refused all the time must not fill the log.
      if (caller.used === count) log({ event: "limit_reached", action: "request" });
      if (caller.taken < PLACES) caller.taken += 1;
      else await turnOf(caller, connection);
      return () => {
        const rest = restMs * (rests[caller.answered % PLACES] ?? 1);
        caller.answered += 1;
        setTimeout(leave, rest, caller).unref();
      };
    },
  };
}

function newCaller(): Caller {
  return { used: 0, endsAt: 0, taken: 0, answered: 0, waiting: new Set(), refusals: new Set() };
}
