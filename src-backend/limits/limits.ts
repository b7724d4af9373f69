import type { FastifyRequest } from "fastify";
import type { Waits } from "../../src-contract/api/policy-schemas.ts";
import { limitedActions } from "../../src-contract/rules/limited-actions.ts";
import { failureFields } from "../database/database-failed.ts";
import type { Database } from "../database/open-database.ts";
import { recordOrRefuse } from "../database/record-or-refuse.ts";
import { customerOf } from "../http/fastify-app.ts";
import { ProblemError } from "../http/problem-error.ts";
import { createKeyedQueue } from "../keyed-queue.ts";
import type { Log } from "../server-log.ts";
import type { CountedAction } from "./counted-action.ts";
import { type Count, type CounterNames, createCounters } from "./counters.ts";
import type { LimitConfig, LimitsConfig } from "./limit-config.ts";

/**
 * In milliseconds, between one customer's questions about unrecorded ids. Each question writes to disk, which with SQLite
 * blocks this process, so other customers need time in between.
 */
const LONGEST_REST_MS = 250;

/** The limits of each customer and each of their devices. */
export type Limits = ReturnType<typeof createLimits>;

/** Creates the limits, counted in this database: so several instances count together. */
export function createLimits(config: LimitsConfig, database: Database, log: Log, now: () => number) {
  const counters = createCounters(now);
  const limits: Record<CountedAction, LimitConfig> = {
    pin_change: config.pinChanges,
    binding: config.bindings,
    code: config.codes,
    code_check: config.codeChecks,
    letter: config.letters,
    consent: config.consents,
    settlement: config.settlements,
  };

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

  /** How long the customer has to wait for this action, on this device if named, in seconds. */
  const waitFor = async (request: FastifyRequest, action: CountedAction, deviceId?: string): Promise<number> => {
    let wait = 0;
    for (const counter of countersOf(request, action, deviceId)) {
      const looking = () => counters.look(database, counter, limits[action]);
      const { used, secondsLeft } = await recordOrRefuse(log, "limits", looking);
      if (used >= limits[action].count) wait = Math.max(wait, secondsLeft);
    }
    return wait;
  };

  const takeTurns = createKeyedQueue();
  const restMs = Math.min(LONGEST_REST_MS, (config.settlements.seconds * 1000) / config.settlements.count);

  const countInside = async (
    inside: Database,
    request: FastifyRequest,
    actions: readonly CountedAction[],
    deviceId?: string,
  ): Promise<void> => {
    // Always in the same order, or two transactions could each wait for a counter that the other one has.
    for (const action of actions.toSorted()) {
      for (const counter of countersOf(request, action, deviceId)) {
        const counting = () => counters.addOne(inside, counter, limits[action]);
        const usedUp = await recordOrRefuse(log, "limits", counting);
        if (usedUp !== null) refuse(action, usedUp);
      }
    }
  };

  return {
    /**
     * Counts these actions for the customer, and for the device if named. Refuses, without counting any, if one is used up.
     * @throws ProblemError `ERR_TOO_MANY_REQUESTS`; `ERR_NOT_RECORDED` if it cannot be counted
     */
    count: (request: FastifyRequest, actions: readonly CountedAction[], deviceId?: string): Promise<void> => {
      const counting = (inside: Database) => countInside(inside, request, actions, deviceId);
      return recordOrRefuse(log, "limits", () => database.transaction().execute(counting));
    },
    /** The same in the transaction that writes what is counted. To refuse, it throws, which takes all of that back. */
    countInside,
    /** Takes back what was counted for the customer, as nothing was done. If that fails, it stays counted. */
    takeBack: async (request: FastifyRequest, action: CountedAction): Promise<void> => {
      for (const counter of countersOf(request, action)) {
        await counters.takeBack(database, counter, limits[action]).catch((error: unknown) => {
          log({ event: "database_failed", use: "limits", ...failureFields(error) });
        });
      }
    },
    /** Runs one customer's questions about unrecorded ids one after another, with a rest in between. */
    takeTurns: <T>(request: FastifyRequest, ask: () => Promise<T>): Promise<T> =>
      takeTurns(customerOf(request).customerId, ask, restMs),
    /** How long the customer has to wait for each action, on this device if named. Counts nothing. */
    waits: async (request: FastifyRequest, deviceId?: string): Promise<Waits> => {
      const waits = { pin_change: 0, binding: 0, code: 0 };
      for (const action of limitedActions) {
        waits[action] = await waitFor(request, action, action === "pin_change" ? deviceId : undefined);
      }
      return waits;
    },
    /** How long the customer has to wait for another letter, in seconds. Counts nothing. */
    waitForLetter: (request: FastifyRequest): Promise<number> => waitFor(request, "letter"),
  };
}
