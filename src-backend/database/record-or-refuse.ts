import type { ProblemCode } from "../../src-contract/errors/error-codes.ts";
import { ProblemError } from "../http/problem-error.ts";
import type { DatabaseUse, Log } from "../server-log.ts";
import { databaseFailure } from "./database-failed.ts";

/**
 * Writes what has to be in the database before anything else may happen. If that fails, nothing else happens.
 * @param otherwise the answer in that case; `ERR_NOT_RECORDED` says that nothing was sent to Solaris
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
    log({ event: "database_failed", use, reason: databaseFailure(error) });
    throw new ProblemError(otherwise);
  }
}
