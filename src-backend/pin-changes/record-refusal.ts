import { ProblemError } from "../http/problem-error.ts";
import type { LedgerEntry } from "./ledger.ts";
import type { Records } from "./records.ts";

type End = Pick<LedgerEntry, "state"> & Partial<Pick<LedgerEntry, "problem" | "solarisErrorId">>;

/** Runs one step of a PIN change, and records a problem as its outcome: PIN unchanged, or unknown. */
export async function recordRefusal<T>(
  records: Records,
  entry: LedgerEntry,
  step: () => Promise<T>,
  endOf: (problem: ProblemError) => End = endOfProblem,
): Promise<T> {
  try {
    return await step();
  } catch (error) {
    // Our own bug says nothing about Solaris, so the entry stays and counts as abandoned (records.ts).
    if (error instanceof ProblemError) await records.finish(entry, endOf(error));
    throw error;
  }
}

/** Every problem is a refusal, except the one that says that the outcome is unknown. */
export function endOfProblem({ code, fields }: ProblemError): End {
  const solarisErrorId = fields.solarisErrorId ?? null;
  return code === "ERR_PIN_CHANGE_OUTCOME_UNKNOWN"
    ? { state: "unknown", problem: null, solarisErrorId }
    : { state: "refused", problem: code, solarisErrorId };
}
