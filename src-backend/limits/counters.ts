import type { LimitConfig } from "../config.ts";
import type { Database } from "../database/open-database.ts";

/** A counter's name under each of the customer's row ids, the one that counts first. */
export type CounterNames = readonly [newest: string, ...earlier: string[]];

interface Counter {
  readonly used: number;
  readonly ends_at: string;
}

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
    return { from: new Date(at).toISOString(), to: new Date(at + seconds * 1000).toISOString() };
  };
  const running = async (names: readonly string[], limit: LimitConfig): Promise<Counter[]> => {
    if (names.length === 0) return [];
    const { from, to } = window(limit);
    return database
      .selectFrom("counter")
      .select(["used", "ends_at"])
      .where("name", "in", names)
      .where("ends_at", ">", from)
      .where("ends_at", "<=", to)
      .execute();
  };
  const total = (counters: readonly Counter[], limit: LimitConfig): Count => {
    const used = counters.reduce((sum, counter) => sum + counter.used, 0);
    // Each counter stops counting at its own time. The one that matters is the one after which there is room again.
    let left = used;
    const freeing = counters
      .toSorted((a, b) => a.ends_at.localeCompare(b.ends_at))
      .find((counter) => {
        left -= counter.used;
        return left < limit.count;
      });
    return { used, secondsLeft: freeing === undefined ? 0 : Math.ceil((Date.parse(freeing.ends_at) - now()) / 1000) };
  };

  return {
    /** Reads what was counted under any of these names, without counting. */
    look: async (names: CounterNames, limit: LimitConfig): Promise<Count> => total(await running(names, limit), limit),
    /**
     * Counts one more under the first name, in a single statement, so concurrent counts are not lost in any database.
     * @returns what is counted under all of them
     */
    addOne: async ([name, ...earlier]: CounterNames, limit: LimitConfig): Promise<Count> => {
      const { from, to } = window(limit);
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
      return total([counter, ...(await running(earlier, limit))], limit);
    },
  };
}
