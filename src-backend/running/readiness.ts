import { databaseFailure } from "../database/database-failed.ts";
import type { Database } from "../database/open-database.ts";
import type { Log } from "../server-log.ts";
import type { NotReady } from "./not-ready.ts";
import { within } from "./within.ts";

/** In milliseconds: a database that takes longer keeps every customer waiting. */
const WITHIN_MS = 500;

/** Whether this instance takes requests. */
export interface Readiness {
  /** Asks the database, unless the instance is about to stop. Says in the log when the answer is another one than before. */
  readonly isReady: () => Promise<boolean>;
  /** From now on it is not: this instance is about to stop. */
  readonly end: () => void;
}

/** Creates what `/ready` asks. */
export function createReadiness(database: Database, log: Log): Readiness {
  let hasEnded = false;
  let before: NotReady | null = null;
  let asked: Promise<NotReady | null> | undefined;

  /** Anybody may ask, so there is one statement at a time: a database that hangs costs one connection. */
  const ask = (): Promise<NotReady | null> => {
    const answered = readOneRow(database).then(() => null, databaseFailure);
    const inTime = within(answered, WITHIN_MS).then((outcome) => (outcome === "late" ? "slow" : outcome));
    asked = inTime;
    void answered.then(() => {
      asked = undefined;
    });
    return inTime;
  };

  return {
    isReady: async () => {
      if (hasEnded) return false;
      const now = await (asked ?? ask());
      if (now !== null && before === null) log({ event: "not_ready", reason: now });
      if (now === null && before !== null) log({ event: "ready_again" });
      before = now;
      return now === null && !hasEnded;
    },
    end: () => {
      hasEnded = true;
    },
  };
}

/** `select 1`, of a table: SQLite would answer without one though its file is gone. */
async function readOneRow(database: Database): Promise<void> {
  await database
    .selectFrom("pin_change")
    .select(({ lit }) => lit(1).as("one"))
    .limit(1)
    .execute();
}
