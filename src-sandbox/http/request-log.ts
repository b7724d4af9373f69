import type { FaultKind } from "../faults/faults.ts";
import type { OperationName } from "./solaris-operations.ts";

/** One arrival at a Solaris endpoint. `status` stays null if there was no answer. No body, no header, no query. */
export type Arrival = {
  readonly n: number;
  readonly method: string;
  readonly path: string;
  readonly operation: OperationName;
  status: number | null;
  fault?: FaultKind;
};

/** The arrivals in order, so tests can count what really reached Solaris. */
export type RequestLog = ReturnType<typeof createRequestLog>;

/** Creates an empty log. */
export function createRequestLog() {
  let arrivals: Arrival[] = [];
  return {
    /** Notes an arrival. @returns its entry, for the status of its answer */
    arrive: (arrival: Omit<Arrival, "n" | "status">): Arrival => {
      const entry: Arrival = { n: arrivals.length + 1, ...arrival, status: null };
      arrivals.push(entry);
      return entry;
    },
    /** Oldest first. */
    list: (): readonly Arrival[] => arrivals,
    /** Forgets all arrivals. */
    clear: (): void => {
      arrivals = [];
    },
  };
}
