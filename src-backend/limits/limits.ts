import type { FastifyRequest } from "fastify";
import type { Waits } from "../../src-contract/api/policy-schemas.ts";
import { limitedActions } from "../../src-contract/rules/limited-actions.ts";
import type { LimitConfig, LimitsConfig } from "../config.ts";
import type { Database } from "../database/open-database.ts";
import { recordOrRefuse } from "../database/record-or-refuse.ts";
import { customerOf } from "../http/fastify-app.ts";
import { ProblemError } from "../http/problem-error.ts";
import { createKeyedQueue } from "../keyed-queue.ts";
import type { Log } from "../server-log.ts";
import type { CountedAction } from "./counted-action.ts";
import { type Count, type CounterNames, createCounters } from "./counters.ts";

/**
 * In milliseconds, between one customer's questions about unrecorded ids. Each question writes to disk, which blocks this
 * process, so other customers need time in between.
 */
const LONGEST_REST_MS = 250;

/** The limits of each customer and each of their devices. */
export type Limits = ReturnType<typeof createLimits>;

/** Creates the limits, counted in this database. */
export function createLimits(config: LimitsConfig, database: Database, log: Log, now: () => number) {
  const counters = createCounters(database, now);
  const limits: Record<CountedAction, LimitConfig> = {
    pin_change: config.pinChanges,
    binding: config.bindings,
    code: config.codes,
    code_check: config.codeChecks,
    settlement: config.settlements,
  };
  const look = (action: CountedAction, counter: CounterNames) =>
    recordOrRefuse(log, "limits", () => counters.look(counter, limits[action]));
  const addOne = (action: CountedAction, counter: CounterNames) =>
    recordOrRefuse(log, "limits", () => counters.addOne(counter, limits[action]));

  const countersOf = (request: FastifyRequest, action: CountedAction, deviceId?: string): CounterNames[] => {
    const [newest, ...earlier] = customerOf(request).rowIds;
    const named = (suffix: string): CounterNames => {
      const nameOf = (rowId: string) => `${action} ${rowId}${suffix}`;
      return [nameOf(newest), ...earlier.map(nameOf)];
    };
    // A device's counter name includes its customer, so nobody can use up the counter of another customer's device.
    return deviceId === undefined ? [named("")] : [named(""), named(` ${deviceId}`)];
  };
  const refuse = (action: CountedAction, { secondsLeft }: Count): never => {
    log({ event: "limit_reached", action });
    throw new ProblemError("ERR_TOO_MANY_REQUESTS", { retryAfterSeconds: Math.max(1, secondsLeft) });
  };

  const takeTurns = createKeyedQueue();
  const restMs = Math.min(LONGEST_REST_MS, (config.settlements.seconds * 1000) / config.settlements.count);

  const countAll = async (request: FastifyRequest, actions: readonly CountedAction[], deviceId?: string) => {
    const all = actions.flatMap((action) =>
      countersOf(request, action, deviceId).map((counter) => ({ action, counter })),
    );
    for (const { action, counter } of all) {
      const counted = await look(action, counter);
      if (counted.used >= limits[action].count) refuse(action, counted);
    }
    // A concurrent request may have been faster, which the new count shows.
    for (const { action, counter } of all) {
      const counted = await addOne(action, counter);
      if (counted.used > limits[action].count) refuse(action, counted);
    }
  };

  return {
    /**
     * Counts these actions for the customer, and for the device if named. Refuses, without counting any, if one is used up.
     * @throws ProblemError `ERR_TOO_MANY_REQUESTS`; `ERR_NOT_RECORDED` if it cannot be counted
     */
    count: (request: FastifyRequest, actions: readonly CountedAction[], deviceId?: string): Promise<void> => {
      const counting = () => countAll(request, actions, deviceId);
      return actions.includes("settlement") ? takeTurns(customerOf(request).customerId, counting, restMs) : counting();
    },
    /** How long the customer has to wait for each action, on this device if named. Counts nothing. */
    waits: async (request: FastifyRequest, deviceId?: string): Promise<Waits> => {
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
