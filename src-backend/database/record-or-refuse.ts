import type { ProblemCode } from "../../src-contract/errors/error-codes.ts";
import { ProblemError } from "../http/problem-error.ts";
import type { DatabaseUse, Log } from "../server-log.ts";
import { failureFields } from "./database-failed.ts";

/**
 * Writes what must be in the database before anything else happens. If the write fails, the request is refused. A problem
 * that is thrown inside a transaction takes its writes back, and is passed on.
 * @param otherwise the code of that refusal; `ERR_NOT_RECORDED` means that nothing was sent to Solaris
 * @throws ProblemError
 */
export async function recordOrRefuse<T>(
  log: Log,
  use: DatabaseUse,
  write: () => Promise<T>,
  otherwise: ProblemCode = "ERR_NOT_RECORDED",
): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    log({ event: "database_failed", use, ...failureFields(error) });
    throw new ProblemError(otherwise);
  }
}
