import { ProblemError } from "../http/problem-error.ts";
import type { LedgerEntry } from "./ledger.ts";
import type { Records } from "./records.ts";

type End = Pick<LedgerEntry, "state"> & Partial<Pick<LedgerEntry, "problem" | "solarisErrorId">>;

/** Runs one step of a PIN change, and records the problem that it ends with: whether the PIN is as before, or unknown. */
export async function recordRefusal<T>(
  records: Records,
  entry: LedgerEntry,
  step: () => Promise<T>,
  endOf: (problem: ProblemError) => End = endOfProblem,
): Promise<T> {
  try {
    return await step();
  } catch (error) {
    // A mistake of ours says nothing about Solaris: the entry stays as it is, and is left behind (records.ts).
    if (error instanceof ProblemError) await records.finish(entry, endOf(error));
    throw error;
  }
}

/** A problem is a refusal, but for the one that says that nobody knows. */
export function endOfProblem({ code, fields }: ProblemError): End {
  const solarisErrorId = fields.solarisErrorId ?? null;
  return code === "ERR_PIN_CHANGE_OUTCOME_UNKNOWN"
    ? { state: "unknown", problem: null, solarisErrorId }
    : { state: "refused", problem: code, solarisErrorId };
}
