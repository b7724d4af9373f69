import type { LimitConfig } from "../config.ts";
import type { Database } from "../database/open-database.ts";

/** How often something was done, and how many seconds it still counts. */
export interface Count {
  readonly used: number;
  readonly secondsLeft: number;
}

/**
 * Counts in windows of fixed length, in the database, so counts survive this process.
 * @param now the system clock, because the counters outlive this process
 */
export function createCounters(database: Database, now: () => number) {
  // A window that ends later than its length allows began before the clock was set back, so it counts as over
  // (docs/threat-model.md#clock-jumps). Otherwise its customer would be locked out until the clock caught up.
  const window = ({ seconds }: LimitConfig) => {
    const at = now();
    return { at, from: new Date(at).toISOString(), to: new Date(at + seconds * 1000).toISOString() };
  };
  const count = (used: number, endsAt: string, at: number): Count => {
    return { used, secondsLeft: Math.ceil((Date.parse(endsAt) - at) / 1000) };
  };

  return {
    /** Reads a count without counting. */
    look: async (name: string, limit: LimitConfig): Promise<Count> => {
      const { at, from, to } = window(limit);
      const counter = await database
        .selectFrom("counter")
        .select(["used", "ends_at"])
        .where("name", "=", name)
        .where("ends_at", ">", from)
        .where("ends_at", "<=", to)
        .executeTakeFirst();
      return counter === undefined ? { used: 0, secondsLeft: 0 } : count(counter.used, counter.ends_at, at);
    },
    /** Counts one more in a single statement, so concurrent counts are not lost in any database. */
    addOne: async (name: string, limit: LimitConfig): Promise<Count> => {
      const { at, from, to } = window(limit);
      const counter = await database
        .insertInto("counter")
        .values({ name, used: 1, ends_at: to })
        .onConflict((conflict) =>
          conflict.column("name").doUpdateSet(({ eb, or, ref }) => {
            const hasEnded = or([eb("counter.ends_at", "<=", from), eb("counter.ends_at", ">", to)]);
            return {
              used: eb
                .case()
                .when(hasEnded)
                .then(1)
                .else(eb("counter.used", "+", 1))
                .end(),
              ends_at: eb.case().when(hasEnded).then(to).else(ref("counter.ends_at")).end(),
            };
          }),
        )
        .returning(["used", "ends_at"])
        .executeTakeFirstOrThrow();
      return count(counter.used, counter.ends_at, at);
    },
  };
}
