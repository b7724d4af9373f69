import { randomUUID } from "node:crypto";
import { z } from "zod";
import { errorShapes } from "../http/solaris-errors.ts";
import { operationNames } from "../http/solaris-operations.ts";

const common = {
  operation: z.enum(operationNames),
  /** How many arrivals it hits, the next ones first. */
  times: z.int().min(1).max(10_000).default(1),
};

/** What goes wrong on purpose. */
export const faultPlanSchema = z.discriminatedUnion("kind", [
  /** The answer comes late. */
  z.object({ ...common, kind: z.literal("delay"), delay_ms: z.int().min(1).max(600_000) }),
  /** The body is read, the connection breaks, nothing was done. */
  z.object({ ...common, kind: z.literal("drop_before") }),
  /** It is done, and the connection breaks without an answer. */
  z.object({ ...common, kind: z.literal("drop_after") }),
  /** The body is read, and nothing is done until released. */
  z.object({ ...common, kind: z.literal("hold") }),
  /** It is done, and the answer waits until released. */
  z.object({ ...common, kind: z.literal("hold_after") }),
  /** This status and shape instead of doing it. */
  z.object({
    ...common,
    kind: z.literal("status"),
    status: z.int().min(200).max(599),
    /** Without one, the shape that the endpoint's documents name for this status. */
    shape: z.enum([...errorShapes, "nested", "html", "empty"]).optional(),
    /** The request's field that it is about; only shape A names one. */
    field: z.string().min(1).max(64).optional(),
    code: z.string().min(1).optional(),
  }),
  /** Something on the way answers this in Solaris' place: after it was done, or instead of it. */
  z.object({
    ...common,
    kind: z.literal("answer"),
    status: z.int().min(200).max(599),
    /** Null: it does not say what it is. */
    content_type: z.string().min(1).nullable().default("application/json"),
    body: z.string().max(10_000),
    is_done: z.boolean(),
  }),
  /** The PIN key is replaced right after this answer was made, so that the one delivered is outdated. */
  z.object({
    ...common,
    operation: z.enum(["pin_key", "pin_key_of_card"]),
    kind: z.literal("rotate_key"),
  }),
]);

export type FaultPlan = z.infer<typeof faultPlanSchema>;
export type FaultKind = FaultPlan["kind"];

export type Fault = FaultPlan & { readonly id: string; remaining: number; hits: number; waiting: number };

/** What tests have planned to go wrong. */
export type PlannedFaults = ReturnType<typeof createPlannedFaults>;

/** Creates an empty plan: nothing goes wrong. */
export function createPlannedFaults() {
  const faults = new Map<string, Fault>();
  const held = new Map<string, Set<() => void>>();
  // Callers that wait for a fault to strike are told about every change and look again.
  const watchers = new Set<() => void>();
  const closing = new AbortController();

  const tellWatchers = (): void => {
    for (const look of [...watchers]) look();
  };
  /** Says that a claimed fault has struck. */
  const hit = (fault: Fault): void => {
    fault.hits += 1;
    tellWatchers();
  };
  const releaseAll = (id: string): void => {
    for (const letGo of held.get(id) ?? []) letGo();
    held.delete(id);
  };
  /** Plans nothing any more, and lets go of all that is held. */
  const clear = (): void => {
    faults.clear();
    for (const id of [...held.keys()]) releaseAll(id);
    tellWatchers();
  };

  return {
    /** @returns the fault's id */
    add: (plan: FaultPlan): string => {
      const id = randomUUID();
      faults.set(id, { ...plan, id, remaining: plan.times, hits: 0, waiting: 0 });
      return id;
    },
    /** The oldest first. */
    list: (): readonly Pick<Fault, "id" | "operation" | "kind" | "waiting" | "hits">[] =>
      Array.from(faults.values(), ({ id, operation, kind, waiting, hits }) => ({ id, operation, kind, waiting, hits })),
    /** Takes the oldest fault that still has an arrival of this operation to hit. One arrival meets one fault at most. */
    claim: (operation: Fault["operation"]): Fault | undefined => {
      const fault = [...faults.values()].find((one) => one.operation === operation && one.remaining > 0);
      if (fault !== undefined) fault.remaining -= 1;
      return fault;
    },
    hit,
    /** Says that a claimed fault has struck, and waits until it is released. */
    holdUntilReleased: async (fault: Fault): Promise<void> => {
      // Claimed a moment ago, and cleared since: there is nobody left to release it.
      if (!faults.has(fault.id) || closing.signal.aborted) return;
      await new Promise<void>((resolve) => {
        const waiters = held.get(fault.id) ?? new Set();
        held.set(fault.id, waiters.add(resolve));
        fault.waiting += 1;
        hit(fault);
      });
      fault.waiting -= 1;
    },
    /** Lets go of what a fault holds now; later arrivals that it has left are held again. @returns whether there is one */
    release: (id: string): boolean => {
      if (!faults.has(id)) return false;
      releaseAll(id);
      return true;
    },
    clear,
    /** Waits until a fault has struck this often. */
    waitForHits: (id: string, hits: number, milliseconds: number): Promise<"reached" | "late" | "unknown"> =>
      new Promise((resolve) => {
        const finish = (outcome: "reached" | "late" | "unknown"): void => {
          clearTimeout(timer);
          watchers.delete(look);
          resolve(outcome);
        };
        const look = (): void => {
          const fault = faults.get(id);
          if (fault === undefined) finish("unknown");
          else if (fault.hits >= hits) finish("reached");
        };
        const timer = setTimeout(() => finish("late"), milliseconds);
        watchers.add(look);
        look();
      }),
    /** Ends all waiting for good: the sandbox closes. */
    abandon: (): void => {
      closing.abort();
      clear();
    },
    /** Aborted when the sandbox closes. */
    abandoned: closing.signal,
  };
}
