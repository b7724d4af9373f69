import rateLimit from "@fastify/rate-limit";
import type { FastifyRequest } from "fastify";
import { type LimitedAction, limitedActions, type Waits } from "../api/policy.ts";
import type { LimitConfig, LimitsConfig } from "../config.ts";
import { mustRecord } from "../database/must-record.ts";
import type { Database } from "../database/open-database.ts";
import { type App, customerOf } from "../http/app.ts";
import { ProblemError } from "../http/problem-error.ts";
import type { Log } from "../log.ts";
import { createCounterStore } from "./counter-store.ts";

/** What is counted. Wrong codes and TANs are counted apart from those sent, and nobody is told to wait for them. */
export type CountedAction = LimitedAction | "code_check";

export interface Limits {
  /** Counts these for the customer, and for the device where one is named; refuses, and counts none, where one is used up. */
  readonly count: (request: FastifyRequest, actions: readonly CountedAction[], deviceId?: string) => Promise<void>;
  /** How long the customer has to wait for each, on this device where one is named. Counts nothing. */
  readonly waits: (request: FastifyRequest, deviceId?: string) => Promise<Waits>;
}

type Look = { readonly remaining: number; readonly ttlInSeconds: number; readonly isExceeded: boolean };

/** Sets up the limits: what each customer, and each device of theirs, may do in a time. */
export async function createLimits(
  app: App,
  config: LimitsConfig,
  database: Database,
  log: Log,
  now: () => number,
): Promise<Limits> {
  await app.register(rateLimit, { global: false, store: createCounterStore(database, now) });
  // Which counter a request is looked up in: the limiter asks by the request alone.
  const counterOf = new WeakMap<FastifyRequest, string>();
  const limiterFor = ({ count, seconds }: LimitConfig) => {
    const limiter = app.createRateLimit({
      max: count,
      timeWindow: seconds * 1000,
      keyGenerator: (request) => counterOf.get(request) ?? "",
    });
    return (request: FastifyRequest, counter: string, increment: boolean): Promise<Look> =>
      mustRecord(log, "limits", async () => {
        counterOf.set(request, counter);
        const look = await limiter(request, { increment });
        // `isAllowed` is for an allow list, and there is none.
        return look.isAllowed ? { remaining: count, ttlInSeconds: 0, isExceeded: false } : look;
      });
  };
  const limiters: Record<CountedAction, ReturnType<typeof limiterFor>> = {
    pin_change: limiterFor(config.pinChanges),
    binding: limiterFor(config.bindings),
    code: limiterFor(config.codes),
    code_check: limiterFor(config.codeChecks),
  };

  const countersOf = (request: FastifyRequest, action: CountedAction, deviceId?: string): string[] => {
    const ofCustomer = `${action} ${customerOf(request).customerId}`;
    // A device's counter is its customer's too: nobody can use up the counter of somebody else's device.
    return deviceId === undefined ? [ofCustomer] : [ofCustomer, `${ofCustomer} ${deviceId}`];
  };
  const refuse = (action: CountedAction, { ttlInSeconds }: Look): never => {
    log({ event: "limit_reached", action });
    throw new ProblemError("too_many_requests", { retryAfterSeconds: Math.max(1, ttlInSeconds) });
  };
  const secondsUntil = async (request: FastifyRequest, action: CountedAction, deviceId?: string): Promise<number> => {
    let seconds = 0;
    for (const counter of countersOf(request, action, deviceId)) {
      const look = await limiters[action](request, counter, false);
      if (look.remaining === 0) seconds = Math.max(seconds, look.ttlInSeconds);
    }
    return seconds;
  };

  return {
    count: async (request, actions, deviceId) => {
      for (const increment of [false, true]) {
        for (const action of actions) {
          for (const counter of countersOf(request, action, deviceId)) {
            const look = await limiters[action](request, counter, increment);
            if (increment ? look.isExceeded : look.remaining === 0) refuse(action, look);
          }
        }
      }
    },
    waits: async (request, deviceId) => {
      const waits = { pin_change: 0, binding: 0, code: 0 };
      for (const action of limitedActions) {
        waits[action] = await secondsUntil(request, action, action === "pin_change" ? deviceId : undefined);
      }
      return waits;
    },
  };
}
