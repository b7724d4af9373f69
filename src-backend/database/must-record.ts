import { ProblemError } from "../http/problem-error.ts";
import type { DatabaseUse, Log } from "../log.ts";

const reasons = { SQLITE_FULL: "full", SQLITE_BUSY: "busy", SQLITE_READONLY: "read_only", SQLITE_IOERR: "io" } as const;
export type DatabaseFailure = (typeof reasons)[keyof typeof reasons] | "other";

/** Runs what has to be in the database before anything else may happen. When it cannot be, nothing else does. */
export async function mustRecord<T>(log: Log, use: DatabaseUse, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    log({ event: "database_failed", use, reason: databaseFailure(error) });
    throw new ProblemError("not_recorded");
  }
}

/** Why the database failed, from a closed list; its own words may have values in them. */
export function databaseFailure(error: unknown): DatabaseFailure {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  // Extended codes begin with the plain ones (sqlite.org/rescode.html).
  return Object.entries(reasons).find(([plain]) => code.startsWith(plain))?.[1] ?? "other";
}
