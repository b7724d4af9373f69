import type { DatabaseFailure } from "../database/database-failed.ts";

/** Why an instance takes no requests. `slow`: its database has not answered in time. */
export type NotReady = DatabaseFailure | "slow";
