import { setTimeout as pause } from "node:timers/promises";
import type { LimitConfig } from "../config.ts";
import { ProblemError } from "../http/problem-error.ts";
import type { Log } from "../log.ts";

/** So many of one customer's requests are worked on at a time; an app asks for a handful at once. */
const PLACES = 8;
/** So many more wait for a place. */
const MOST_WAITING = 32;
/** How much faster than on average a customer may be for a while. */
const HASTE = 3;
/** In milliseconds. A place rests after each request: a loop then leaves room between its requests for everybody else's. */
const LONGEST_REST_MS = 250;
/** Of a rest. One is longer than the other, so that requests that came at once do not go on coming at once. */
const rests = Array.from({ length: PLACES }, (_, index) => 0.5 + index / PLACES);
/** In milliseconds. Who asks over and over waits for each refusal, and so asks less. */
const REFUSED_AFTER_MS = 1000;

/** How much of this process each customer has. */
export interface Admission {
  /**
   * Waits until it is this request's turn. Answers what has to be called, once, when the request is answered.
   * @param onGone calls back when nobody waits for an answer any more: then its turn does not come
   * @throws ProblemError `too_many_requests`
   */
  readonly admit: (customerId: string, onGone: (tell: () => void) => void) => Promise<() => void>;
}

/** What is known of a customer who has asked lately. */
interface Caller {
  used: number;
  /** When that begins anew, in milliseconds of the monotonic clock. */
  endsAt: number;
  /** Places that are worked in, or rest. */
  taken: number;
  answered: number;
  /** What lets each in whose turn has not come, the one that came first first. */
  readonly waiting: Set<() => void>;
}

/**
 * Creates the limit on all that a customer asks for, so many times in a time and so much at once. It is kept in memory,
 * unlike the others: it protects this process from a loop, has nothing to remember beyond it, and is to cost no look-up.
 * Whoever is not signed in is not counted here: floods from anywhere are for the proxy in front of this backend.
 * @param monotonic in milliseconds, never put back
 */
export function createAdmission({ count, seconds }: LimitConfig, log: Log, monotonic: () => number): Admission {
  const restMs = Math.min(LONGEST_REST_MS, (PLACES * seconds * 1000) / count / HASTE);
  const callers = new Map<string, Caller>();
  let forgetAt = 0;

  const forgetOld = (at: number): void => {
    if (at < forgetAt) return;
    forgetAt = at + seconds * 1000;
    for (const [id, { endsAt, taken, waiting }] of callers) {
      if (endsAt <= at && taken + waiting.size === 0) callers.delete(id);
    }
  };
  const callerOf = (customerId: string): Caller => {
    const at = monotonic();
    forgetOld(at);
    const caller = callers.get(customerId) ?? { used: 0, endsAt: 0, taken: 0, answered: 0, waiting: new Set() };
    callers.set(customerId, caller);
    if (caller.endsAt <= at) Object.assign(caller, { used: 0, endsAt: at + seconds * 1000 });
    return caller;
  };
  const refuse = async (retryAfterSeconds: number): Promise<never> => {
    await pause(REFUSED_AFTER_MS);
    throw new ProblemError("too_many_requests", { retryAfterSeconds });
  };
  const leave = (caller: Caller): void => {
    const [letIn] = caller.waiting;
    if (letIn === undefined) {
      caller.taken -= 1;
      return;
    }
    caller.waiting.delete(letIn);
    letIn();
  };
  const turnOf = (caller: Caller, onGone: (tell: () => void) => void): Promise<void> =>
    new Promise((resolve, reject) => {
      caller.waiting.add(resolve);
      onGone(() => {
        if (caller.waiting.delete(resolve)) reject(new ProblemError("too_many_requests"));
      });
    });

  return {
    admit: async (customerId, onGone) => {
      const caller = callerOf(customerId);
      if (caller.used >= count) return refuse(Math.ceil((caller.endsAt - monotonic()) / 1000));
      if (caller.waiting.size >= MOST_WAITING) return refuse(1);
      caller.used += 1;
      // Once for each window: whoever is refused all the time shall not fill the log.
      if (caller.used === count) log({ event: "limit_reached", action: "request" });
      if (caller.taken < PLACES) caller.taken += 1;
      else await turnOf(caller, onGone);
      return () => {
        const rest = restMs * (rests[caller.answered % PLACES] ?? 1);
        caller.answered += 1;
        setTimeout(leave, rest, caller).unref();
      };
    },
  };
}
