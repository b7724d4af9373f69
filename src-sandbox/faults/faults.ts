import { randomUUID } from "node:crypto";
import { z } from "zod";
import { errorShapes } from "../http/solaris-errors.ts";
import { operationNames } from "../http/solaris-operations.ts";

const common = {
  operation: z.enum(operationNames),
  /** How many of the next arrivals it hits. */
  times: z.int().min(1).max(10_000).default(1),
};

/** The kinds of deliberate faults. */
export const faultPlanSchema = z.discriminatedUnion("kind", [
  /** The answer comes late. */
  z.object({ ...common, kind: z.literal("delay"), delay_ms: z.int().min(1).max(600_000) }),
  /** Reads the body, does nothing, and breaks the connection. */
  z.object({ ...common, kind: z.literal("drop_before") }),
  /** Performs the operation, and breaks the connection without an answer. */
  z.object({ ...common, kind: z.literal("drop_after") }),
  /** Reads the body, and does nothing until released. */
  z.object({ ...common, kind: z.literal("hold") }),
  /** Performs the operation, and holds the answer until released. */
  z.object({ ...common, kind: z.literal("hold_after") }),
  /** Answers with this status and shape instead of performing the operation. */
  z.object({
    ...common,
    kind: z.literal("status"),
    status: z.int().min(200).max(599),
    /** By default the shape that the documents give for this endpoint and status. */
    shape: z.enum([...errorShapes, "nested", "html", "empty"]).optional(),
    /** The request field that the error names; only in shape A. */
    field: z.string().min(1).max(64).optional(),
    code: z.string().min(1).optional(),
  }),
  /** Something in between answers this in Solaris' place, after the operation or instead of it. */
  z.object({
    ...common,
    kind: z.literal("answer"),
    status: z.int().min(200).max(599),
    /** Null omits the header. */
    content_type: z.string().min(1).nullable().default("application/json"),
    body: z.string().max(10_000),
    is_done: z.boolean(),
  }),
  /** Replaces the PIN key right after this answer, so the delivered key is outdated. */
  z.object({
    ...common,
    operation: z.enum(["pin_key", "pin_key_of_card"]),
    kind: z.literal("rotate_key"),
  }),
]);

export type FaultPlan = z.infer<typeof faultPlanSchema>;
export type FaultKind = FaultPlan["kind"];

export type Fault = FaultPlan & { readonly id: string; remaining: number; hits: number; waiting: number };

/** The faults that tests have planned. */
export type PlannedFaults = ReturnType<typeof createPlannedFaults>;

/** Creates an empty plan. */
export function createPlannedFaults() {
  const faults = new Map<string, Fault>();
  const held = new Map<string, Set<() => void>>();
  // Callers that wait for a fault are called on every change, and check again.
  const watchers = new Set<() => void>();
  const closing = new AbortController();

  const tellWatchers = (): void => {
    for (const look of [...watchers]) look();
  };
  /** Counts a hit of a claimed fault. */
  const hit = (fault: Fault): void => {
    fault.hits += 1;
    tellWatchers();
  };
  const releaseAll = (id: string): void => {
    for (const letGo of held.get(id) ?? []) letGo();
    held.delete(id);
  };
  /** Removes all faults, and releases everything that is held. */
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
    /** Oldest first. */
    list: (): readonly Pick<Fault, "id" | "operation" | "kind" | "waiting" | "hits">[] =>
      Array.from(faults.values(), ({ id, operation, kind, waiting, hits }) => ({ id, operation, kind, waiting, hits })),
    /** Takes the oldest fault with hits left for this operation. One arrival meets at most one fault. */
    claim: (operation: Fault["operation"]): Fault | undefined => {
      const fault = [...faults.values()].find((one) => one.operation === operation && one.remaining > 0);
      if (fault !== undefined) fault.remaining -= 1;
      return fault;
    },
    hit,
    /** Counts a hit of a claimed fault, and waits until it is released. */
    holdUntilReleased: async (fault: Fault): Promise<void> => {
      // Cleared since it was claimed, so nobody could release it.
      if (!faults.has(fault.id) || closing.signal.aborted) return;
      await new Promise<void>((resolve) => {
        const waiters = held.get(fault.id) ?? new Set();
        held.set(fault.id, waiters.add(resolve));
        fault.waiting += 1;
        hit(fault);
      });
      fault.waiting -= 1;
    },
    /** Releases what a fault holds now; its later hits are held again. @returns whether the fault exists */
    release: (id: string): boolean => {
      if (!faults.has(id)) return false;
      releaseAll(id);
      return true;
    },
    clear,
    /** Waits until a fault has been hit this often. */
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
    /** Ends all waiting, because the sandbox closes. */
    abandon: (): void => {
      closing.abort();
      clear();
    },
    /** Aborted when the sandbox closes. */
    abandoned: closing.signal,
  };
}
