import type { LimitConfig } from "../config.ts";
import { ProblemError } from "../http/problem-error.ts";
import type { Log } from "../server-log.ts";

/** So many of one customer's requests are worked on at a time; an app asks for a handful at once. */
const PLACES = 8;
/** So many more requests wait for a place. */
const MOST_WAITING = 32;
/** How much faster than on average a customer may be for a while. */
const HASTE = 3;
/** In milliseconds. A place rests after each request, so that a loop leaves room between its requests for other customers. */
const LONGEST_REST_MS = 250;
/** How much of a rest each place takes. They differ, so that requests that came at once do not keep coming at once. */
const rests = Array.from({ length: PLACES }, (_, index) => 0.5 + index / PLACES);
/** In milliseconds. A caller that asks over and over waits for each refusal, and so asks less. */
const REFUSED_AFTER_MS = 1000;
/** So many of one customer's refusals wait; more connections than an app ever has. Each beyond ends its connection instead. */
const MOST_REFUSALS_WAITING = 256;

/** How a request's caller can be reached before there is an answer. */
export interface CallerConnection {
  /** Calls back when nobody waits for the answer any more: then the request's turn does not come. */
  readonly onGone: (tell: () => void) => void;
  /** Has the connection end with the answer. */
  readonly endWithAnswer: () => void;
}

/** How much of this process each customer has. */
export type Admission = ReturnType<typeof createAdmission>;

/** What is known of a customer who has asked lately. */
interface Caller {
  used: number;
  /** When that begins anew, in milliseconds of the monotonic clock. */
  endsAt: number;
  /** Places that are worked in, or rest. */
  taken: number;
  answered: number;
  /** What lets in each request whose turn has not come; the one that came first is first. */
  readonly waiting: Set<() => void>;
  /** Refusals that wait to be said. */
  readonly refusals: Set<NodeJS.Timeout>;
}

/**
 * Creates the limit on all that a customer asks for, so many times in a time and so much at once. It is kept in memory,
 * unlike the others: it protects this process from a loop, has nothing to remember beyond it, and is to cost no look-up.
 * A caller that is not signed in is not counted here: floods from anywhere are for the proxy in front of this backend.
 * @param monotonic in milliseconds, never put back
 */
export function createAdmission({ count, seconds }: LimitConfig, log: Log, monotonic: () => number) {
  const restMs = Math.min(LONGEST_REST_MS, (PLACES * seconds * 1000) / count / HASTE);
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
     * @returns what has to be called, once, when the request is answered
     * @throws ProblemError `ERR_TOO_MANY_REQUESTS`
     */
    admit: async (customerId: string, connection: CallerConnection): Promise<() => void> => {
      const caller = callerOf(customerId);
      if (caller.used >= count) return refuse(caller, connection, Math.ceil((caller.endsAt - monotonic()) / 1000));
      if (caller.waiting.size >= MOST_WAITING) return refuse(caller, connection, 1);
      caller.used += 1;
      // Once for each window: a caller that is refused all the time must not fill the log.
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
