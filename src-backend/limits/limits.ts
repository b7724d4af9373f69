import type { FastifyRequest } from "fastify";
import { type LimitedAction, limitedActions, type Waits } from "../api/policy.ts";
import type { LimitConfig, LimitsConfig } from "../config.ts";
import { mustRecord } from "../database/must-record.ts";
import type { Database } from "../database/open-database.ts";
import { customerOf } from "../http/app.ts";
import { ProblemError } from "../http/problem-error.ts";
import type { Log } from "../log.ts";
import { type Count, createCounters } from "./counters.ts";

/**
 * What is counted in the database. Nobody is told to wait for the last two: tries at codes, TANs and signatures, counted
 * apart from those sent; and questions about PIN changes that are not on record, each of which puts one there.
 */
export type CountedAction = LimitedAction | "code_check" | "settlement";

export interface Limits {
  /**
   * Counts these for the customer, and for the device where one is named; refuses, and counts none, where one is used up.
   * @throws ProblemError `too_many_requests`; `not_recorded` where it cannot be counted
   */
  readonly count: (request: FastifyRequest, actions: readonly CountedAction[], deviceId?: string) => Promise<void>;
  /** How long the customer has to wait for each, on this device where one is named. Counts nothing. */
  readonly waits: (request: FastifyRequest, deviceId?: string) => Promise<Waits>;
}

/** Creates the limits: what each customer, and each device of theirs, may do in a time. */
export function createLimits(config: LimitsConfig, database: Database, log: Log, now: () => number): Limits {
  const counters = createCounters(database, now);
  const limits: Record<CountedAction, LimitConfig> = {
    pin_change: config.pinChanges,
    binding: config.bindings,
    code: config.codes,
    code_check: config.codeChecks,
    settlement: config.settlements,
  };
  const look = (action: CountedAction, counter: string) =>
    mustRecord(log, "limits", () => counters.look(counter, limits[action]));
  const addOne = (action: CountedAction, counter: string) =>
    mustRecord(log, "limits", () => counters.addOne(counter, limits[action]));

  const countersOf = (request: FastifyRequest, action: CountedAction, deviceId?: string): string[] => {
    const ofCustomer = `${action} ${customerOf(request).customerId}`;
    // A device's counter is its customer's too: nobody can use up the counter of somebody else's device.
    return deviceId === undefined ? [ofCustomer] : [ofCustomer, `${ofCustomer} ${deviceId}`];
  };
  const refuse = (action: CountedAction, { secondsLeft }: Count): never => {
    log({ event: "limit_reached", action });
    throw new ProblemError("too_many_requests", { retryAfterSeconds: Math.max(1, secondsLeft) });
  };

  return {
    count: async (request, actions, deviceId) => {
      const all = actions.flatMap((action) =>
        countersOf(request, action, deviceId).map((counter) => ({ action, counter })),
      );
      for (const { action, counter } of all) {
        const count = await look(action, counter);
        if (count.used >= limits[action].count) refuse(action, count);
      }
      // Somebody can have been quicker since: what is added says so.
      for (const { action, counter } of all) {
        const count = await addOne(action, counter);
        if (count.used > limits[action].count) refuse(action, count);
      }
    },
    waits: async (request, deviceId) => {
      const waits = { pin_change: 0, binding: 0, code: 0 };
      for (const action of limitedActions) {
        for (const counter of countersOf(request, action, action === "pin_change" ? deviceId : undefined)) {
          const { used, secondsLeft } = await look(action, counter);
          if (used >= limits[action].count) waits[action] = Math.max(waits[action], secondsLeft);
        }
      }
      return waits;
    },
  };
}
