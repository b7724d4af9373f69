import type { FaultKind } from "../faults/faults.ts";
import type { OperationName } from "./solaris-operations.ts";

/** One arrival at a Solaris endpoint. `status` stays null when no answer was given. No body, no header, no query. */
export type Arrival = {
  readonly n: number;
  readonly method: string;
  readonly path: string;
  readonly operation: OperationName;
  status: number | null;
  fault?: FaultKind;
};

export type RequestLog = {
  readonly arrive: (arrival: Omit<Arrival, "n" | "status">) => Arrival;
  readonly list: () => readonly Arrival[];
  readonly clear: () => void;
};

/** Keeps the arrivals in their order, so that a test can count what really reached Solaris. */
export function createRequestLog(): RequestLog {
  let arrivals: Arrival[] = [];
  return {
    arrive: (arrival) => {
      const entry: Arrival = { n: arrivals.length + 1, ...arrival, status: null };
      arrivals.push(entry);
      return entry;
    },
    list: () => arrivals,
    clear: () => {
      arrivals = [];
    },
  };
}
